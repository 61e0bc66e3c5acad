package fr.corpus.bench;

/** SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): the same numbers on every platform. Confined to one thread. */
final class SeededRandom {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        state = seed;
    }

    /** The stream of one document of one corpus. */
    static SeededRandom of(long seed, long document) {
        return new SeededRandom(mix(mix(seed + STEP) ^ document * STEP));
    }

    long next() {
        state += STEP;
        return mix(state);
    }

    /** A number from 0 to before a bound. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** A number from 0 to before a bound. */
    long below(long bound) {
        return Math.floorMod(next() >>> 1, bound);
    }

    /** A number from one bound to another, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Uniform in [0, 1[. */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return fraction() < probability;
    }

    /** Normal, mean 0, deviation 1 (Box and Muller), in strict arithmetic. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * fraction());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
