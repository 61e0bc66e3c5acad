package fr.corpus.iscc;

import java.util.Arrays;

/**
 * One ISCC: main type, subtype, version, length and body, written {@code ISCC:} and base32 without padding (ISO 24138,
 * clause on structure and format). Immutable.
 */
public final class IsccUnit {

    /** What a code is computed from, in the order of their numbers. */
    public enum MainType {
        /** Metadata. */
        META,
        /** Meaning; not computed here. */
        SEMANTIC,
        /** Text, image, sound or moving image. */
        CONTENT,
        /** Similar bytes. */
        DATA,
        /** The same bytes. */
        INSTANCE,
        /** Several units under one header. */
        ISCC,
        /** Registered identifiers; not computed here. */
        ID,
        /** Time-ordered identifiers; not computed here. */
        FLAKE
    }

    /** Subtype of a unit that has none. */
    public static final int NONE = 0;

    /** Subtype of a content code of text. */
    public static final int TEXT = 0;

    private static final String PREFIX = "ISCC:";

    private final MainType mainType;
    private final int subtype;
    private final int length;
    private final byte[] body;

    IsccUnit(MainType mainType, int subtype, int length, byte[] body) {
        this.mainType = mainType;
        this.subtype = subtype;
        this.length = length;
        this.body = body;
    }

    /**
     * A unit from its digest, of which the first {@code bits} are taken.
     *
     * @param bits 32 to 256, a multiple of 32
     * @throws IllegalArgumentException if the number of bits is another
     */
    public static IsccUnit of(MainType mainType, int subtype, int bits, byte[] digest) {
        if (bits < 32 || bits % 32 != 0 || bits > digest.length * 8 || mainType.compareTo(MainType.INSTANCE) > 0) {
            throw new IllegalArgumentException("no " + mainType + " unit of " + bits + " bits");
        }
        return new IsccUnit(mainType, subtype, bits / 32 - 1, Arrays.copyOf(digest, bits / 8));
    }

    /**
     * Reads a code: with or without {@code ISCC:}, capitals or small letters, with or without hyphens.
     *
     * @throws IllegalArgumentException if the text is not one code of version 0
     */
    public static IsccUnit parse(String text) {
        String code = text.strip();
        if (code.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            code = code.substring(PREFIX.length());
        }
        return IsccHeader.read(Base32.decode(code.replace("-", "")));
    }

    /** What it is computed from. */
    public MainType mainType() {
        return mainType;
    }

    /** Its subtype, whose meaning depends on the main type. */
    public int subtype() {
        return subtype;
    }

    /** The length field of the header: for units the number of 32-bit words less one, for composites which units. */
    int lengthField() {
        return length;
    }

    /** Bits of the body. */
    public int bits() {
        return body.length * 8;
    }

    /** The body, as a copy. */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Bits in which two codes differ, over the length of the shorter.
     *
     * @throws IllegalArgumentException if they are not of one type and subtype
     */
    public int distance(IsccUnit other) {
        if (mainType != other.mainType || subtype != other.subtype || mainType == MainType.ISCC) {
            throw new IllegalArgumentException("not comparable: " + this + " and " + other);
        }
        int distance = 0;
        for (int i = 0; i < Math.min(body.length, other.body.length); i++) {
            distance += Integer.bitCount((body[i] ^ other.body[i]) & 0xFF);
        }
        return distance;
    }

    /** Share of the bits that agree, 0 to 1, over the length of the shorter. */
    public double similarity(IsccUnit other) {
        return 1 - (double) distance(other) / Math.min(bits(), other.bits());
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof IsccUnit other
                && mainType == other.mainType
                && subtype == other.subtype
                && length == other.length
                && Arrays.equals(body, other.body);
    }

    @Override
    public int hashCode() {
        return mainType.hashCode() * 31 + Arrays.hashCode(body);
    }

    /** The canonical form: {@code ISCC:} and capitals. */
    @Override
    public String toString() {
        return PREFIX + Base32.encode(IsccHeader.write(this));
    }
}
