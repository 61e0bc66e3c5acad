package fr.corpus.iscc;

import java.util.HexFormat;

/** Computes the Instance-Code of a stream: BLAKE3 of its bytes (ISO 24138, clause on Instance-Code). Confined to one thread. */
public final class InstanceHasher {

    /** Multihash of 256 bits of BLAKE3. */
    private static final String MULTIHASH_PREFIX = "1e20";

    private Blake3 blake = new Blake3();

    /** Takes the next bytes. */
    public void update(byte[] bytes, int offset, int length) {
        blake.update(bytes, offset, length);
    }

    /** The digest of all bytes taken, 32 bytes; the hasher is then empty again. */
    public byte[] digest() {
        byte[] digest = blake.digest();
        blake = new Blake3();
        return digest;
    }

    /** The code with so many bits, 32 to 256 by 32, of a digest. */
    public static IsccUnit unit(byte[] digest, int bits) {
        return IsccUnit.of(IsccUnit.MainType.INSTANCE, IsccUnit.NONE, bits, digest);
    }

    /** A digest as multihash in hexadecimal digits. */
    public static String multihash(byte[] digest) {
        return MULTIHASH_PREFIX + HexFormat.of().formatHex(digest);
    }
}
