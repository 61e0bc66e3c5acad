package fr.corpus.annotate.entity;

/** Hashes of features, the same on every machine. Stateless. */
final class Hash {

    private Hash() {}

    /** The hash of a text: that of the language specification, mixed so that near texts go far apart. */
    static int text(String text) {
        return mix(text.hashCode() ^ text.length() * 0x9E3779B9);
    }

    static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x7FEB352D;
        h ^= h >>> 15;
        h *= 0x846CA68B;
        return h ^ h >>> 16;
    }

    static int two(int a, int b) {
        return mix(a * 0x2C1B3C6D + b);
    }

    static int three(int a, int b, int c) {
        return mix((a * 0x2C1B3C6D + b) * 0x297A2D39 + c);
    }

    static int four(int a, int b, int c, int d) {
        return mix(((a * 0x2C1B3C6D + b) * 0x297A2D39 + c) * 0x1B56C4E9 + d);
    }
}
