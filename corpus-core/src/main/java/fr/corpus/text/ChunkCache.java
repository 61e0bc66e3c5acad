package fr.corpus.text;

import java.util.Arrays;

/**
 * Chunks seen before with their measured tokens, so that a frequent word is cut once. Holds at most {@value #MAX_CHUNKS}
 * chunks of at most {@value #MAX_UNITS} UTF-16 units, about 4 MB, then starts afresh; what it answers is what was put in, so
 * it never changes a result. Confined to one thread.
 */
final class ChunkCache {

    /** Longest chunk that is kept. */
    static final int MAX_UNITS = 32;

    private static final int MAX_CHUNKS = 32_768;
    private static final int SLOTS = MAX_CHUNKS * 2;

    private final long[] keys = new long[SLOTS];
    private final int[] chunks = new int[SLOTS];

    /** Per chunk: where its characters and its tokens start; the next entry says where they end. */
    private final int[] characterStart = new int[MAX_CHUNKS + 1];

    private final int[] tokenStart = new int[MAX_CHUNKS + 1];
    private int size;

    private char[] characters = new char[8192];
    private int[] ends = new int[4096];
    private int[] codePoints = new int[4096];
    private long[] hashes = new long[4096];
    private long[] folded = new long[4096];
    private byte[] classes = new byte[4096];

    /**
     * Adds the tokens of a known chunk to a text.
     *
     * @param key the chunk's hash, never 0
     * @return whether the chunk was known
     */
    boolean replay(long key, char[] text, int from, int to, TokenizedText out) {
        int slot = (int) key & SLOTS - 1;
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                int chunk = chunks[slot];
                int start = characterStart[chunk];
                int length = characterStart[chunk + 1] - start;
                if (length == to - from && Arrays.equals(text, from, to, characters, start, start + length)) {
                    int tokenFrom = from;
                    for (int k = tokenStart[chunk]; k < tokenStart[chunk + 1]; k++) {
                        int tokenTo = from + ends[k];
                        out.add(tokenFrom, tokenTo, codePoints[k], hashes[k], folded[k], classes[k]);
                        tokenFrom = tokenTo;
                    }
                    return true;
                }
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return false;
    }

    /** Keeps a chunk whose tokens are the last ones of a text, from the given one on. */
    void put(long key, char[] text, int from, int to, TokenizedText tokens, int firstToken) {
        if (to - from > MAX_UNITS) {
            return;
        }
        if (size == MAX_CHUNKS) {
            Arrays.fill(keys, 0);
            size = 0;
        }
        int slot = (int) key & SLOTS - 1;
        while (keys[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        keys[slot] = key;
        chunks[slot] = size;
        int start = characterStart[size];
        int token = tokenStart[size];
        reserve(start + to - from, token + tokens.size() - firstToken);
        System.arraycopy(text, from, characters, start, to - from);
        for (int i = firstToken; i < tokens.size(); i++) {
            ends[token] = tokens.end()[i] - from;
            codePoints[token] = tokens.codePoints()[i];
            hashes[token] = tokens.hash()[i];
            folded[token] = tokens.folded()[i];
            classes[token] = tokens.classes()[i];
            token++;
        }
        size++;
        characterStart[size] = start + to - from;
        tokenStart[size] = token;
    }

    private void reserve(int units, int tokens) {
        if (units > characters.length) {
            characters = Arrays.copyOf(characters, units * 2);
        }
        if (tokens > ends.length) {
            int capacity = tokens * 2;
            ends = Arrays.copyOf(ends, capacity);
            codePoints = Arrays.copyOf(codePoints, capacity);
            hashes = Arrays.copyOf(hashes, capacity);
            folded = Arrays.copyOf(folded, capacity);
            classes = Arrays.copyOf(classes, capacity);
        }
    }
}
