package fr.corpus.text;

/** A small fixed set of folded words, asked by hash. Immutable. */
final class WordSet {

    private final long[] slots;
    private final int mask;

    private WordSet(long[] slots) {
        this.slots = slots;
        this.mask = slots.length - 1;
    }

    /** The set of the words of a text, which are folded, separated by single spaces. */
    static WordSet of(String words) {
        String[] all = words.split(" ", -1);
        long[] slots = new long[Integer.highestOneBit(all.length * 4)];
        for (String word : all) {
            long hash = Folding.hash(word);
            int slot = (int) hash & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
        }
        return new WordSet(slots);
    }

    /** Whether a word with this folded hash is in the set. */
    boolean contains(long hash) {
        if (hash == 0) {
            return false;
        }
        for (int slot = (int) hash & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            if (slots[slot] == hash) {
                return true;
            }
        }
        return false;
    }
}
