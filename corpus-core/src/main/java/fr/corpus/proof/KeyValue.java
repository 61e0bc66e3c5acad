package fr.corpus.proof;

import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What stands under a key of a release: a document that has it. Immutable. The 32 bytes are no digest but the facts themselves
 * ({@code docs/formats/release-keys.md}), so that a trie lists the documents of a key without another index.
 *
 * @param document the document's id
 * @param position for a sample its place among the samples of the document, from 0; else 0
 * @param licenseTag what {@link #tag} makes of the licence under which it is released
 */
public record KeyValue(DocumentId document, int position, long licenseTag) {

    /** What stands for a licence: the first eight bytes of the SHA-256 of its id; zero without one. */
    public static long tag(Optional<LicenseId> license) {
        return license.map(id -> ByteBuffer.wrap(Sha256.of(id.value().getBytes(StandardCharsets.UTF_8))
                                .bytes())
                        .getLong())
                .orElse(0L);
    }

    /** The value from its 32 bytes. */
    public static KeyValue of(Digest value) {
        ByteBuffer in = ByteBuffer.wrap(value.bytes());
        byte[] id = new byte[DocumentId.BYTES];
        in.get(id);
        return new KeyValue(DocumentId.of(id), in.getInt(), in.getLong());
    }

    /** Its 32 bytes: document id, position, licence tag; numbers big-endian. */
    public Digest bytes() {
        byte[] bytes = new byte[Digest.BYTES];
        ByteBuffer.wrap(bytes).put(document.bytes()).putInt(position).putLong(licenseTag);
        return Digest.of(bytes);
    }
}
