package fr.corpus.iscc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * BLAKE3 in hash mode with 256 bits of output (BLAKE3 paper, 2020, section 2). Confined to one thread; memory logarithmic in
 * the length.
 *
 * <p>Words are put together byte by byte on purpose: the optimizing compiler of JDK 17.0.15 was seen to read zeros from a
 * small array that a view of ints had written, when the array never left the method.
 */
final class Blake3 {

    static final int DIGEST_BYTES = 32;

    private static final int BLOCK = 64;
    private static final int BLOCKS_OF_CHUNK = 16;

    private static final int CHUNK_START = 1;
    private static final int CHUNK_END = 2;
    private static final int PARENT = 4;
    private static final int ROOT = 8;

    private static final int[] IV = {
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
    };
    private static final int[] PERMUTATION = {2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8};
    /** The message words of each of the seven rounds. */
    private static final int[][] SCHEDULE = schedule();

    /** Chaining values of complete subtrees, largest first: one for each bit of the number of chunks. */
    private final List<int[]> subtrees = new ArrayList<>();

    private final byte[] block = new byte[BLOCK];
    private final int[] words = new int[16];
    private final int[] state = new int[16];
    private int[] chaining = IV.clone();
    private int held;
    private int blocksInChunk;
    private long chunks;

    private static int[][] schedule() {
        int[][] rounds = new int[7][16];
        for (int i = 0; i < 16; i++) {
            rounds[0][i] = i;
        }
        for (int r = 1; r < 7; r++) {
            for (int i = 0; i < 16; i++) {
                rounds[r][i] = rounds[r - 1][PERMUTATION[i]];
            }
        }
        return rounds;
    }

    static byte[] hash(byte[] bytes) {
        Blake3 blake = new Blake3();
        blake.update(bytes, 0, bytes.length);
        return blake.digest();
    }

    /** Takes the next bytes. A block is compressed only when another follows, since the last one is marked. */
    void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (held == BLOCK) {
                compressBlock();
            }
            int taken = Math.min(BLOCK - held, end - at);
            System.arraycopy(bytes, at, block, held, taken);
            held += taken;
            at += taken;
        }
    }

    private void compressBlock() {
        boolean last = blocksInChunk == BLOCKS_OF_CHUNK - 1;
        chaining = compress(chaining, chunks, BLOCK, startFlag() | (last ? CHUNK_END : 0));
        held = 0;
        blocksInChunk++;
        if (last) {
            endChunk(chaining);
        }
    }

    private int startFlag() {
        return blocksInChunk == 0 ? CHUNK_START : 0;
    }

    private void endChunk(int[] value) {
        chunks++;
        int[] subtree = value;
        for (long n = chunks; (n & 1) == 0; n >>>= 1) {
            subtree = parent(subtrees.remove(subtrees.size() - 1), subtree, 0);
        }
        subtrees.add(subtree);
        chaining = IV.clone();
        blocksInChunk = 0;
    }

    /** The digest of all bytes taken; the hasher must not be used again. */
    byte[] digest() {
        Arrays.fill(block, held, BLOCK, (byte) 0);
        int flags = startFlag() | CHUNK_END;
        int[] value = compress(chaining, chunks, held, subtrees.isEmpty() ? flags | ROOT : flags);
        for (int i = subtrees.size() - 1; i >= 0; i--) {
            value = parent(subtrees.get(i), value, i == 0 ? ROOT : 0);
        }
        byte[] digest = new byte[DIGEST_BYTES];
        for (int i = 0; i < 8; i++) {
            digest[4 * i] = (byte) value[i];
            digest[4 * i + 1] = (byte) (value[i] >>> 8);
            digest[4 * i + 2] = (byte) (value[i] >>> 16);
            digest[4 * i + 3] = (byte) (value[i] >>> 24);
        }
        return digest;
    }

    private int[] parent(int[] left, int[] right, int root) {
        System.arraycopy(left, 0, words, 0, 8);
        System.arraycopy(right, 0, words, 8, 8);
        return compressWords(IV, 0, BLOCK, PARENT | root);
    }

    private int[] compress(int[] input, long counter, int length, int flags) {
        for (int i = 0; i < 16; i++) {
            words[i] = block[4 * i] & 0xFF
                    | (block[4 * i + 1] & 0xFF) << 8
                    | (block[4 * i + 2] & 0xFF) << 16
                    | block[4 * i + 3] << 24;
        }
        return compressWords(input, counter, length, flags);
    }

    private int[] compressWords(int[] input, long counter, int length, int flags) {
        System.arraycopy(input, 0, state, 0, 8);
        System.arraycopy(IV, 0, state, 8, 4);
        state[12] = (int) counter;
        state[13] = (int) (counter >>> 32);
        state[14] = length;
        state[15] = flags;
        for (int[] round : SCHEDULE) {
            mix(0, 4, 8, 12, words[round[0]], words[round[1]]);
            mix(1, 5, 9, 13, words[round[2]], words[round[3]]);
            mix(2, 6, 10, 14, words[round[4]], words[round[5]]);
            mix(3, 7, 11, 15, words[round[6]], words[round[7]]);
            mix(0, 5, 10, 15, words[round[8]], words[round[9]]);
            mix(1, 6, 11, 12, words[round[10]], words[round[11]]);
            mix(2, 7, 8, 13, words[round[12]], words[round[13]]);
            mix(3, 4, 9, 14, words[round[14]], words[round[15]]);
        }
        int[] output = new int[8];
        for (int i = 0; i < 8; i++) {
            output[i] = state[i] ^ state[i + 8];
        }
        return output;
    }

    private void mix(int a, int b, int c, int d, int x, int y) {
        state[a] += state[b] + x;
        state[d] = Integer.rotateRight(state[d] ^ state[a], 16);
        state[c] += state[d];
        state[b] = Integer.rotateRight(state[b] ^ state[c], 12);
        state[a] += state[b] + y;
        state[d] = Integer.rotateRight(state[d] ^ state[a], 8);
        state[c] += state[d];
        state[b] = Integer.rotateRight(state[b] ^ state[c], 7);
    }
}
