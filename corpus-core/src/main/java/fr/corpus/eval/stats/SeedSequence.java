package fr.corpus.eval.stats;

/** How NumPy spreads a seed over the state of a generator (O’Neill’s seed sequence with NumPy’s constants). */
final class SeedSequence {

    private static final int POOL = 4;
    private static final int INIT_A = 0x43b0d7e5;
    private static final int MULT_A = 0x931e8875;
    private static final int INIT_B = 0x8b51f9dd;
    private static final int MULT_B = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;
    private static final int SHIFT = 16;

    private final int[] pool = new int[POOL];
    private int constant = INIT_A;

    private SeedSequence(int[] entropy) {
        for (int i = 0; i < POOL; i++) {
            pool[i] = hash(i < entropy.length ? entropy[i] : 0);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    pool[to] = mix(pool[to], hash(pool[from]));
                }
            }
        }
    }

    private int hash(int value) {
        int mixed = value ^ constant;
        constant *= MULT_A;
        mixed *= constant;
        return mixed ^ mixed >>> SHIFT;
    }

    private static int mix(int x, int y) {
        int mixed = x * MIX_LEFT - y * MIX_RIGHT;
        return mixed ^ mixed >>> SHIFT;
    }

    /**
     * The first 64-bit words of state.
     *
     * @param seed at least 0
     * @param count how many words
     */
    static long[] words(long seed, int count) {
        if (seed < 0) {
            throw new IllegalArgumentException("need a seed of 0 or more, got " + seed);
        }
        SeedSequence sequence = new SeedSequence(new int[] {(int) seed, (int) (seed >>> 32)});
        int constant = INIT_B;
        long[] words = new long[count];
        for (int i = 0; i < 2 * count; i++) {
            int value = sequence.pool[i % POOL] ^ constant;
            constant *= MULT_B;
            value *= constant;
            value ^= value >>> SHIFT;
            words[i / 2] |= (value & 0xFFFFFFFFL) << (i % 2 * Integer.SIZE);
        }
        return words;
    }
}
