package fr.corpus.annotate.model;

/** Hashes of features, the same on every machine. Stateless. */
public final class Mix {

    private Mix() {}

    /** The hash of a text: Java's own, mixed so that near texts go far apart. */
    public static int text(String text) {
        return mix(text.hashCode() ^ text.length() * 0x9E3779B9);
    }

    /** Mixes the bits of a number, so that near numbers go far apart. */
    public static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    /** The hash of two numbers. */
    public static int two(int a, int b) {
        return mix(a * 0x2C1B3C6D + b);
    }

    /** The hash of three numbers. */
    public static int three(int a, int b, int c) {
        return mix((a * 0x2C1B3C6D + b) * 0x297A2D39 + c);
    }
}
