package fr.corpus.annotate.tag;

import fr.corpus.annotate.lexicon.Lexicon;
import fr.corpus.annotate.model.Mix;
import fr.corpus.internal.morfologik.FrenchForms.Reading;
import java.util.List;
import java.util.Locale;

/** Makes the {@link WordType} of forms. Confined to one thread. */
final class WordTypes {

    private static final int LONGEST_AFFIX = 6;

    private final Lexicon lexicon;

    WordTypes(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    WordType of(String written) {
        String form = written.length() > 60 ? written.substring(0, 60) : written;
        form = form.replace('\u2019', '\'');
        String lower = form.toLowerCase(Locale.ROOT);
        Lexicon.Entry entry = lexicon.find(form);
        List<Reading> lowered = lower.equals(form) ? entry.readings() : lexicon.lower(form);
        String categories = entry.source() == Lexicon.Source.TAIL
                ? "-" + Lexicon.categories(entry.readings())
                : Lexicon.categories(entry.readings());
        String tags = Lexicon.tags(entry.readings());
        String shape = shape(form);
        if (entry.readings().isEmpty()) {
            categories = "?" + shape;
            tags = "?" + shape + lower.substring(Math.max(0, lower.length() - 2));
        }
        boolean capital = Character.isUpperCase(form.codePointAt(0));
        int coarse = Mix.text(categories);
        int fine = Mix.text(tags);
        int lowerHash = Mix.text(Variants.plain(lower));
        int suffix = Mix.text(lower.substring(Math.max(0, lower.length() - 3)));
        FeatureList here = new FeatureList(Template.HERE);
        here.add(Mix.text(form));
        here.add(lowerHash);
        here.add(coarse);
        here.add(fine);
        here.add(Mix.text(shape));
        here.add(Mix.text(shape) * 31 + coarse);
        here.add(Mix.text(Lexicon.categories(lowered)) + (capital ? 1 : 0));
        for (int n = 1; n <= LONGEST_AFFIX; n++) {
            here.add(n < lower.length() ? Mix.text(lower.substring(lower.length() - n)) : 0);
        }
        for (int n = 1; n <= 4; n++) {
            here.add(n < lower.length() ? Mix.text(lower.substring(0, n)) : 0);
        }
        here.add(lower.indexOf('-') > 0 ? Mix.text(lower.substring(lower.lastIndexOf('-'))) : 0);
        here.add(0x51);
        return new WordType(
                lowerHash,
                coarse,
                fine,
                suffix,
                capital,
                form.equals("?"),
                Clause.of(lower),
                here.toArray(),
                neighbor(Template.BEFORE, lowerHash, coarse, fine, suffix),
                neighbor(Template.AFTER, lowerHash, coarse, fine, suffix),
                far(Template.FAR_BEFORE, lowerHash, coarse, fine),
                far(Template.FAR_AFTER, lowerHash, coarse, fine));
    }

    private static int[] neighbor(int template, int lower, int coarse, int fine, int suffix) {
        FeatureList list = new FeatureList(template);
        list.add(lower);
        list.add(coarse);
        list.add(fine);
        list.add(suffix);
        return list.toArray();
    }

    private static int[] far(int template, int lower, int coarse, int fine) {
        FeatureList list = new FeatureList(template);
        list.add(lower);
        list.add(coarse);
        list.add(fine);
        return list.toArray();
    }

    /** Capitals, digits and signs, runs made one: {@code Xx-Xx}. */
    static String shape(String form) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        for (int i = 0; i < form.length() && shape.length() < 10; i++) {
            char c = form.charAt(i);
            char kind = Character.isUpperCase(c)
                    ? 'X'
                    : Character.isLetter(c)
                            ? 'x'
                            : Character.isDigit(c) ? 'd' : c == '.' || c == '\'' || c == '-' ? c : 's';
            if (kind != last || kind == 'X' && shape.length() < 2) {
                shape.append(kind);
                last = kind;
            }
        }
        return shape.toString();
    }
}
