package fr.corpus.iscc;

/**
 * What {@link TextHasher} found in a text. Immutable.
 *
 * <p>Two texts whose collapsed 13-grams have Jaccard similarity J agree in about (1 + J) / 2 of the bits.
 */
public final class TextCode {

    private final int[] minima;
    private final long codePoints;

    TextCode(int[] minima, long codePoints) {
        this.minima = minima;
        this.codePoints = codePoints;
    }

    /** The code of one text; for many, keep a {@link TextHasher}. */
    public static TextCode of(String text) {
        return new TextHasher().hash(text);
    }

    /** The code with so many bits: 32 to 256 by 32; a shorter code is the beginning of a longer one. */
    public IsccUnit unit(int bits) {
        return IsccUnit.of(IsccUnit.MainType.CONTENT, IsccUnit.TEXT, bits, MinHash.compress(minima));
    }

    /** The 64 MinHash values of 32 bits, for locality-sensitive hashing. */
    public int[] minHash() {
        return minima.clone();
    }

    /** Code points of the collapsed text. */
    public long codePoints() {
        return codePoints;
    }
}
