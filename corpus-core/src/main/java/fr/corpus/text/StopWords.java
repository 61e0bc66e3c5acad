package fr.corpus.text;

import java.util.List;
import java.util.Objects;

/**
 * A list of common words and how many of them a text has. Words are compared with whole tokens by hash, either as they
 * stand ({@link TokenHash}) or folded ({@link Folding}): case, accents, apostrophes and the long s do not count then,
 * so {@code À}, {@code a} and {@code à} are one word and so are {@code l'} and {@code L’}. Immutable, thread-safe.
 */
public final class StopWords {

    private final List<String> words;
    private final boolean folded;
    private final long[] slots;

    private StopWords(List<String> words, boolean folded) {
        this.words = List.copyOf(words);
        this.folded = folded;
        long[] hashes = words.stream()
                .mapToLong(folded ? Folding::hash : TokenHash::of)
                .filter(hash -> hash != 0)
                .distinct()
                .toArray();
        slots = new long[Integer.highestOneBit(hashes.length + 1) * 8];
        for (long hash : hashes) {
            slots[slot(hash)] = hash;
        }
    }

    /** These words, to be met exactly as they stand. */
    public static StopWords exact(List<String> words) {
        return new StopWords(words, false);
    }

    /** These words, to be met under the folding; one without letter or digit is never met. */
    public static StopWords folded(List<String> words) {
        return new StopWords(words, true);
    }

    /** The words as they were given. */
    public List<String> words() {
        return words;
    }

    /** How many tokens of the text are in the list, and how many different ones, the latter in the upper 32 bits. */
    long countIn(TokenizedText tokens) {
        long[] hashes = folded ? tokens.folded() : tokens.hash();
        boolean[] met = new boolean[slots.length];
        int different = 0;
        int all = 0;
        for (int i = 0, size = tokens.size(); i < size; i++) {
            int slot = slot(hashes[i]);
            if (slots[slot] != 0) {
                all++;
                if (!met[slot]) {
                    met[slot] = true;
                    different++;
                }
            }
        }
        return (long) different << 32 | all;
    }

    /** Where this hash stands, or the free slot where it would. */
    private int slot(long hash) {
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StopWords that && folded == that.folded && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(words, folded);
    }

    @Override
    public String toString() {
        return words + (folded ? " folded" : "");
    }
}
