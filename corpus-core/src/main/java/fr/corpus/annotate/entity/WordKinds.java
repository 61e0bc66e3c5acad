package fr.corpus.annotate.entity;

import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.internal.morfologik.FrenchForms.Reading;
import java.util.Arrays;
import java.util.List;

/** Makes the {@link WordKind} of forms. Confined to one thread. */
final class WordKinds {

    private static final int LONGEST = 60;

    private final Lexicon lexicon = new Lexicon();
    private final Gazetteer gazetteer = Gazetteer.french();

    WordKind of(String written) {
        String form = Folded.whole(written.length() > LONGEST ? written.substring(0, LONGEST) : written);
        String folded = Folded.of(form);
        String bare = folded.endsWith(".") && folded.length() > 1 ? folded.substring(0, folded.length() - 1) : folded;
        int kinds = gazetteer.of(bare);
        String shape = shape(form);
        boolean capital = !form.isEmpty() && Character.isUpperCase(form.codePointAt(0));
        List<Reading> lowered = lexicon.lower(form);
        List<Reading> exact = lexicon.find(form).readings();
        String names = names(exact);
        String common = Lexicon.categories(
                lowered.stream().filter(r -> !r.tag().startsWith("Z")).toList());
        int lex = Hash.text(names + "/" + common);
        int foldedHash = Hash.text(folded);
        int shapeHash = Hash.text(shape);
        Features here = new Features(1);
        here.add(foldedHash);
        here.add(Hash.text(form));
        here.add(shapeHash);
        here.add(lex);
        here.add(Hash.two(lex, shapeHash));
        here.add(Hash.text(names));
        here.add(Hash.two(common.isEmpty() ? 1 : 2, shapeHash));
        for (int n = 1; n <= 4; n++) {
            here.add(n < folded.length() ? Hash.two(Hash.text(folded.substring(0, n)), capital ? 1 : 0) : 0);
        }
        for (int n = 1; n <= 5; n++) {
            here.add(
                    n < folded.length()
                            ? Hash.two(Hash.text(folded.substring(folded.length() - n)), capital ? 1 : 0)
                            : 0);
        }
        here.add(Math.min(12, form.length()));
        here.add(Hash.two(kinds, capital ? 1 : 0));
        int hyphen = folded.indexOf('-');
        here.add(hyphen > 1 ? Hash.text(folded.substring(0, hyphen)) : 0);
        here.add(0x51);
        int place = Hash.two(kinds, capital ? 1 : 0);
        for (int bit = kinds; bit != 0; bit &= bit - 1) {
            here.addAt(60, Integer.numberOfTrailingZeros(bit) * 2 + (capital ? 1 : 0));
        }
        return new WordKind(
                foldedHash,
                shapeHash,
                lex,
                place,
                Links.of(form, folded, kinds, !common.isEmpty()),
                here.toArray(),
                neighbor(2, foldedHash, shapeHash, lex, place, folded, kinds),
                neighbor(3, foldedHash, shapeHash, lex, place, folded, kinds),
                far(4, foldedHash, shapeHash, place),
                far(5, foldedHash, shapeHash, place));
    }

    private static int[] neighbor(int place, int folded, int shape, int lexicon, int kinds, String text, int mask) {
        Features list = new Features(place);
        list.add(folded);
        list.add(shape);
        list.add(lexicon);
        list.add(kinds);
        list.add(Hash.text(text.substring(Math.max(0, text.length() - 3))));
        for (int bit = mask; bit != 0; bit &= bit - 1) {
            list.addAt(60, Integer.numberOfTrailingZeros(bit));
        }
        return list.toArray();
    }

    private static int[] far(int place, int folded, int shape, int kinds) {
        Features list = new Features(place);
        list.add(folded);
        list.add(shape);
        list.add(kinds);
        return list.toArray();
    }

    /** What proper nouns of the lexicon are written so, by gender: first names have one. */
    private static String names(List<Reading> readings) {
        StringBuilder names = new StringBuilder();
        readings.stream()
                .map(Reading::tag)
                .filter(tag -> tag.startsWith("Z"))
                .sorted()
                .distinct()
                .forEach(names::append);
        return names.toString();
    }

    /** Capitals, digits and signs, runs made one and marked when longer than one: {@code X+x+}. */
    static String shape(String form) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        boolean run = false;
        for (int i = 0; i < form.length() && shape.length() < 12; i++) {
            char c = form.charAt(i);
            char kind = Character.isUpperCase(c)
                    ? 'X'
                    : Character.isLetter(c)
                            ? 'x'
                            : Character.isDigit(c) ? 'd' : c == '.' || c == '\'' || c == '-' ? c : 's';
            if (kind != last) {
                shape.append(kind);
                last = kind;
                run = false;
            } else if (!run) {
                shape.append('+');
                run = true;
            }
        }
        return shape.toString();
    }

    /** Hashed features of one place. */
    private static final class Features {
        private final int place;
        private int[] hashes = new int[48];
        private int size;
        private int number;

        Features(int place) {
            this.place = place;
        }

        void add(int value) {
            addAt(number++, value);
        }

        void addAt(int name, int value) {
            hashes[size++] = Hash.three(place, name, value);
        }

        int[] toArray() {
            return Arrays.copyOf(hashes, size);
        }
    }
}
