package fr.corpus.text.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The letters that training counts, numbered from 1 by falling frequency; rarer ones are 0. Packs up to five letters into a
 * long, the first one highest. Immutable.
 */
final class Alphabet {

    static final int BITS = 12;
    private static final int MOST = (1 << BITS) - 1;

    private final short[] numbers = new short[1 << 16];
    private final char[] letters;

    private Alphabet(List<Character> byFrequency) {
        letters = new char[byFrequency.size() + 1];
        for (int i = 0; i < byFrequency.size(); i++) {
            letters[i + 1] = byFrequency.get(i);
            numbers[byFrequency.get(i)] = (short) (i + 1);
        }
    }

    /** The most frequent letters out of counts by letter; equals by code. */
    static Alphabet of(long[] counts) {
        Map<Character, Long> seen = new TreeMap<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                seen.put((char) c, counts[c]);
            }
        }
        List<Character> order = new ArrayList<>(seen.keySet());
        order.sort(Comparator.comparing((Character c) -> -counts[c]).thenComparing(c -> c));
        return new Alphabet(order.subList(0, Math.min(MOST, order.size())));
    }

    /** Number of a letter, 0 when it is not counted. */
    int number(char letter) {
        return numbers[letter];
    }

    /** Number of letters packed. */
    static int length(long packed) {
        return (Long.SIZE - Long.numberOfLeadingZeros(packed) + BITS - 1) / BITS;
    }

    /** Without the last letter. */
    static long context(long packed) {
        return packed >>> BITS;
    }

    /** Without the first letter. */
    static long suffix(long packed) {
        return packed & (1L << (length(packed) - 1) * BITS) - 1;
    }

    /** The key under which a model holds the n-gram. */
    int key(long packed) {
        int length = length(packed);
        long hash = Ngrams.start();
        for (int i = length - 1; i >= 0; i--) {
            hash = Ngrams.next(hash, letters[(int) (packed >>> i * BITS) & MOST]);
        }
        return Ngrams.key(hash, length);
    }
}
