package fr.corpus.iscc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Meta-Code of a name and what is said of it (ISO 24138, clause on Meta-Code). Immutable. */
public final class MetaCode {

    private static final int MAX_NAME_BYTES = 128;
    private static final int MAX_DESCRIPTION_BYTES = 4096;
    private static final int MAX_METADATA_BYTES = 128_000;
    private static final int TEXT_WINDOW = 3;
    private static final int BYTE_WINDOW = 4;
    private static final int WORD = 4;

    private final String name;
    private final String description;
    private final String metahash;
    private final byte[] digest;

    private MetaCode(String name, String description, byte[] hashed, byte[] digest) {
        this.name = name;
        this.description = description;
        this.metahash = InstanceHasher.multihash(Blake3.hash(hashed));
        this.digest = digest;
    }

    /**
     * The code of a name and a description.
     *
     * @param description empty when there is none
     * @throws IllegalArgumentException if nothing is left of the name when it is cleaned
     */
    public static MetaCode of(String name, String description) {
        String cleanName = cleanName(name);
        String cleanDescription = cleanDescription(description);
        byte[] hashed = MetaText.strip(cleanName + " " + cleanDescription).getBytes(StandardCharsets.UTF_8);
        byte[] digest = ofText(cleanName);
        if (!cleanDescription.isEmpty()) {
            digest = interleave(digest, ofText(cleanDescription));
        }
        return new MetaCode(cleanName, cleanDescription, hashed, digest);
    }

    /**
     * The code of a name and metadata; the description is kept and does not count.
     *
     * @param metadata at most 128,000 bytes, JSON in its canonical form (RFC 8785)
     * @throws IllegalArgumentException if nothing is left of the name when it is cleaned, or there are more bytes
     */
    public static MetaCode of(String name, String description, byte[] metadata) {
        if (metadata.length > MAX_METADATA_BYTES) {
            throw new IllegalArgumentException("at most 128000 bytes of metadata, got " + metadata.length);
        }
        if (metadata.length == 0) {
            return of(name, description);
        }
        String cleanName = cleanName(name);
        byte[] digest = interleave(ofText(cleanName), ofBytes(metadata));
        return new MetaCode(cleanName, cleanDescription(description), metadata, digest);
    }

    private static String cleanName(String name) {
        String clean = MetaText.cut(MetaText.oneLine(MetaText.clean(name)), MAX_NAME_BYTES);
        if (clean.isEmpty()) {
            throw new IllegalArgumentException("nothing is left of the name");
        }
        return clean;
    }

    private static String cleanDescription(String description) {
        return MetaText.cut(MetaText.clean(description), MAX_DESCRIPTION_BYTES);
    }

    private static byte[] ofText(String text) {
        int[] codePoints = TextCollapse.collapseWhole(text).codePoints().toArray();
        List<byte[]> grams = new ArrayList<>();
        for (int i = 0; i == 0 || i + TEXT_WINDOW <= codePoints.length; i++) {
            int length = Math.min(TEXT_WINDOW, codePoints.length - i);
            grams.add(new String(codePoints, i, length).getBytes(StandardCharsets.UTF_8));
        }
        return simHash(grams);
    }

    private static byte[] ofBytes(byte[] bytes) {
        List<byte[]> grams = new ArrayList<>();
        for (int i = 0; i == 0 || i + BYTE_WINDOW <= bytes.length; i++) {
            grams.add(Arrays.copyOfRange(bytes, i, Math.min(i + BYTE_WINDOW, bytes.length)));
        }
        return simHash(grams);
    }

    /** A bit is set when it is set in at least half of the digests. */
    private static byte[] simHash(List<byte[]> grams) {
        int[] counts = new int[Blake3.DIGEST_BYTES * 8];
        for (byte[] gram : grams) {
            byte[] digest = Blake3.hash(gram);
            for (int at = 0; at < digest.length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    counts[8 * at + bit] += digest[at] >>> (7 - bit) & 1;
                }
            }
        }
        byte[] hash = new byte[Blake3.DIGEST_BYTES];
        for (int at = 0; at < hash.length; at++) {
            int packed = 0;
            for (int bit = 0; bit < 8; bit++) {
                packed = packed << 1 | (2 * counts[8 * at + bit] >= grams.size() ? 1 : 0);
            }
            hash[at] = (byte) packed;
        }
        return hash;
    }

    /** The first 128 bits of both, 32 bits of each in turn. */
    private static byte[] interleave(byte[] first, byte[] second) {
        byte[] out = new byte[Blake3.DIGEST_BYTES];
        for (int i = 0; i < out.length / WORD / 2; i++) {
            System.arraycopy(first, WORD * i, out, 2 * WORD * i, WORD);
            System.arraycopy(second, WORD * i, out, 2 * WORD * i + WORD, WORD);
        }
        return out;
    }

    /** The code with so many bits: 32 to 256 by 32; a shorter code is the beginning of a longer one. */
    public IsccUnit unit(int bits) {
        return IsccUnit.of(IsccUnit.MainType.META, IsccUnit.NONE, bits, digest);
    }

    /** The name as it was used: cleaned, one line, at most 128 bytes of UTF-8. */
    public String name() {
        return name;
    }

    /** The description as it was used: cleaned, at most 4096 bytes of UTF-8, empty when there is none. */
    public String description() {
        return description;
    }

    /** BLAKE3 multihash of the metadata, else of name and description, in hexadecimal digits. */
    public String metahash() {
        return metahash;
    }
}
