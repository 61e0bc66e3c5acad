package fr.corpus.document;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The identity of a document: 160 bits of SHA-256 over its source and its canonical text, never an ordinal. Immutable.
 *
 * <p>{@code SHA-256("corpus-document-id@1" 0x00 source-id 0x00 canonical-text-digest)}, UTF-8, first 20 bytes; printed
 * as 40 lower-case hexadecimal digits, so that the order of strings is the order of bytes. Two records of one source
 * with the same canonical text share an id: they are exact duplicates, told apart by their source id.
 */
public final class DocumentId implements Comparable<DocumentId> {

    /** Length in bytes. */
    public static final int BYTES = 20;

    private static final byte[] DOMAIN = "corpus-document-id@1\0".getBytes(StandardCharsets.UTF_8);
    private static final byte[] MALFORMED = "corpus-malformed-id@1\0".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;

    private DocumentId(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The id of a document.
     *
     * @param source id of the source in the recipe
     * @param canonicalText digest of the canonical text, see {@link CanonicalText}
     */
    public static DocumentId of(String source, Digest canonicalText) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(DOMAIN);
        sha.update(source.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(canonicalText.bytes());
        return new DocumentId(Arrays.copyOf(sha.digest(), BYTES));
    }

    /**
     * The id under which a ledger lists a record that has no readable text: {@code SHA-256("corpus-malformed-id@1" 0x00
     * source-id 0x00 record-id)}, UTF-8, first 20 bytes.
     *
     * @param source id of the source in the recipe
     * @param sourceId the record's own id, else {@code file#ordinal}
     */
    public static DocumentId ofMalformed(String source, String sourceId) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(MALFORMED);
        sha.update(source.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(sourceId.getBytes(StandardCharsets.UTF_8));
        return new DocumentId(Arrays.copyOf(sha.digest(), BYTES));
    }

    /**
     * An id from its 20 bytes, which are copied.
     *
     * @throws IllegalArgumentException if there are not 20
     */
    public static DocumentId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a document id has 20 bytes, got " + bytes.length);
        }
        return new DocumentId(bytes.clone());
    }

    /**
     * An id from its 40 hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static DocumentId parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The 20 bytes, as a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 40 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(DocumentId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentId id && Arrays.equals(bytes, id.bytes);
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
