package fr.corpus.hash;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes, ordered as unsigned bytes, printed in lower-case hexadecimal. Immutable. */
public final class Digest implements Comparable<Digest> {

    /** Length in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A digest from its 32 bytes, which are copied.
     *
     * @throws IllegalArgumentException if there are not 32
     */
    public static Digest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 value has 32 bytes, got " + bytes.length);
        }
        return new Digest(bytes.clone());
    }

    /**
     * A digest from 64 hexadecimal digits of either case.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Digest parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The 32 bytes, as a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Digest other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
