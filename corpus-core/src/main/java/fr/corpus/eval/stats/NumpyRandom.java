package fr.corpus.eval.stats;

/**
 * The default generator of NumPy: PCG64 (O’Neill 2014, XSL-RR 128/64) seeded through {@code SeedSequence}; the same seed gives the
 * numbers of {@code numpy.random.default_rng(seed)}. Confined to one thread.
 *
 * <p>A caller who takes bounded numbers, bits and words in the order of a NumPy program gets that program’s numbers.
 */
public final class NumpyRandom {

    private static final long MULTIPLIER_HIGH = 2549297995355413924L;
    private static final long MULTIPLIER_LOW = 4865540595714422341L;
    private static final long LOW_32 = 0xFFFFFFFFL;

    private long high;
    private long low;
    private final long incrementHigh;
    private final long incrementLow;
    private int kept;
    private boolean hasKept;

    private NumpyRandom(long[] words) {
        incrementHigh = words[2] << 1 | words[3] >>> 63;
        incrementLow = words[3] << 1 | 1;
        step();
        long sum = low + words[1];
        high += words[0] + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
        step();
    }

    /**
     * The generator of a seed.
     *
     * @param seed at least 0
     */
    public static NumpyRandom seeded(long seed) {
        return new NumpyRandom(SeedSequence.words(seed, 4));
    }

    private void step() {
        long productHigh = unsignedHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        long productLow = low * MULTIPLIER_LOW;
        low = productLow + incrementLow;
        high = productHigh + incrementHigh + (Long.compareUnsigned(low, productLow) < 0 ? 1 : 0);
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }

    /** The next 64 bits. */
    public long nextLong() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** The next 32 bits: the low half of a word first, the high half when asked again. */
    public int nextInt() {
        if (hasKept) {
            hasKept = false;
            return kept;
        }
        long word = nextLong();
        hasKept = true;
        kept = (int) (word >>> 32);
        return (int) word;
    }

    /**
     * A number from 0 to {@code bound - 1}, by Lemire’s method. A bound of 1 takes nothing from the generator.
     *
     * @param bound at least 1
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("need a bound of 1 or more, got " + bound);
        }
        if (bound == 1) {
            return 0;
        }
        long product = (nextInt() & LOW_32) * bound;
        if ((product & LOW_32) < bound) {
            long threshold = (LOW_32 - (bound - 1)) % bound;
            while ((product & LOW_32) < threshold) {
                product = (nextInt() & LOW_32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** Fills an array with indices below {@code bound}: {@code choice(bound, size=into.length)}. */
    public void choose(int bound, int[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = below(bound);
        }
    }

    /** A run of bits, as one call of {@code integers(2, dtype=bool)} takes them: words of 32, lowest bit first. */
    public Bits bits() {
        return new Bits();
    }

    /** Bits of one call; what is left of its last word is lost, as in NumPy. Confined to one thread. */
    public final class Bits {
        private int word;
        private int left;

        private Bits() {}

        /** The next bit. */
        public boolean next() {
            if (left == 0) {
                word = nextInt();
                left = Integer.SIZE;
            }
            boolean bit = (word & 1) != 0;
            word >>>= 1;
            left--;
            return bit;
        }

        /** The next {@code count} bits, the first in the lowest place of the first word; what is left of the last word is 0. */
        public void fill(long[] into, int count) {
            for (int at = 0; at < count; at += Long.SIZE) {
                long word = 0;
                int end = Math.min(Long.SIZE, count - at);
                for (int bit = 0; bit < end; ) {
                    if (left == 0) {
                        this.word = nextInt();
                        left = Integer.SIZE;
                    }
                    int taken = Math.min(left, end - bit);
                    long mask = (1L << taken) - 1;
                    word |= (this.word & mask) << bit;
                    this.word = taken == Integer.SIZE ? 0 : this.word >>> taken;
                    left -= taken;
                    bit += taken;
                }
                into[at / Long.SIZE] = word;
            }
        }
    }
}
