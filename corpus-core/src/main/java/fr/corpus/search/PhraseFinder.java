package fr.corpus.search;

import fr.corpus.internal.lucene.LightStem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where phrases stand in texts, by the words under which texts are searched. Confined to one thread. */
final class PhraseFinder {

    private static final int REMEMBERED = 1 << 16;
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]");

    private final LightStem stems = new LightStem();
    private final Map<ByteBuffer, String> known = new HashMap<>();

    /**
     * Where a phrase stands. Immutable.
     *
     * @param from number of its first word
     * @param likeness how it stands there
     */
    record Place(int from, Likeness likeness) {}

    /** How alike a place and a phrase are, the most alike first. */
    enum Likeness {
        /** With the accents of the phrase. */
        SAME,
        /** But for accents and the like. */
        FOLDED,
        /** With other forms of its words. */
        RELATED
    }

    /**
     * The most alike place of a phrase in a text, the first of several.
     *
     * @param words of the text
     * @param related whether other forms of its words count
     */
    Optional<Place> find(Phrase phrase, Words words, String text, boolean related) {
        Place best = null;
        for (int i = 0; i + phrase.size() <= words.size(); i++) {
            boolean exact = isExact(phrase, words, i);
            if (exact && isSame(phrase, words, text, i)) {
                return Optional.of(new Place(i, Likeness.SAME));
            }
            if (exact && (best == null || best.likeness() == Likeness.RELATED)) {
                best = new Place(i, Likeness.FOLDED);
            } else if (!exact && related && best == null && isRelated(phrase, words, i)) {
                best = new Place(i, Likeness.RELATED);
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether each word of a phrase stands somewhere, in some order. */
    boolean hasAll(Phrase phrase, Words words, boolean related) {
        for (int i = 0; i < phrase.size(); i++) {
            boolean has = false;
            for (int k = 0; k < words.size() && !has; k++) {
                byte[] word = words.word(k);
                has = Arrays.equals(word, phrase.words().get(i))
                        || related && stem(word).equals(stem(phrase.words().get(i)));
            }
            if (!has) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExact(Phrase phrase, Words words, int from) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!Arrays.equals(phrase.words().get(i), words.word(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Phrase phrase, Words words, String text, int from) {
        for (int i = 0; i < phrase.size(); i++) {
            String form = text.substring(words.start(from + i), words.end(from + i));
            if (!plain(form).equals(plain(phrase.form(i)))) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String form) {
        String bare = APOSTROPHES.matcher(form).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private boolean isRelated(Phrase phrase, Words words, int from) {
        for (int i = 0; i < phrase.size(); i++) {
            byte[] wanted = phrase.words().get(i);
            byte[] word = words.word(from + i);
            if (!Arrays.equals(wanted, word) && !stem(wanted).equals(stem(word))) {
                return false;
            }
        }
        return true;
    }

    private String stem(byte[] word) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(ByteBuffer.wrap(word), key -> stems.of(new String(word, StandardCharsets.UTF_8)));
    }
}
