package fr.corpus.dedup;

import fr.corpus.document.DocumentId;
import fr.corpus.document.Provenance;
import fr.corpus.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What decides which member of a cluster survives: strongest rights, then best provenance, then highest quality, then
 * smallest id, then the tie-break. Immutable.
 *
 * @param rights strength of the rights, 0 to 255, larger is stronger
 * @param provenance worth of the provenance, 0 to 255, larger is better
 * @param quality a finite number, larger is better
 * @param id the document's id
 * @param tieBreak any value that differs between documents of one id and does not depend on the order of files
 */
public record SurvivorRank(int rights, int provenance, float quality, DocumentId id, long tieBreak) {

    /** Where the id stands in the sort key. */
    static final int ID_AT = 2 + Float.BYTES;

    /** Length of the sort key in bytes. */
    static final int KEY_BYTES = ID_AT + DocumentId.BYTES + Long.BYTES;

    private static final int LARGEST = 255;

    public SurvivorRank {
        requireByte("rights", rights);
        requireByte("provenance", provenance);
        if (!Float.isFinite(quality)) {
            throw new IllegalArgumentException("need a finite quality, got " + quality);
        }
    }

    /** A rank whose tie-break is derived from the record's own id, file and place. */
    public static SurvivorRank of(int rights, int provenance, float quality, DocumentId id, Provenance from) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(from.sourceId().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(from.location().toString().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(from.rawDigest().bytes());
        return new SurvivorRank(
                rights, provenance, quality, id, ByteBuffer.wrap(sha.digest()).getLong());
    }

    /** Writes {@link #KEY_BYTES} bytes of which the smallest, compared as unsigned bytes, is the survivor's. */
    void writeKey(ByteBuffer out) {
        out.put((byte) (LARGEST - rights));
        out.put((byte) (LARGEST - provenance));
        int bits = Float.floatToIntBits(quality == 0 ? 0f : quality);
        int ascending = bits ^ (bits >> 31 | 0x80000000);
        out.putInt(~ascending);
        out.put(id.bytes());
        out.putLong(tieBreak);
    }

    private static void requireByte(String name, int value) {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException("need 0 <= " + name + " <= 255, got " + value);
        }
    }
}
