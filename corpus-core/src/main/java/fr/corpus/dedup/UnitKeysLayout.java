package fr.corpus.dedup;

import fr.corpus.hash.Digest;
import java.io.IOException;

/**
 * Where things stand in a file of duplicate keys; all numbers big-endian, offsets in bytes. Immutable.
 *
 * @param rows documents
 * @param bands keys per document beside the exact one
 * @param signed documents that have such keys
 */
record UnitKeysLayout(int rows, int bands, int signed) {

    static final long MAGIC = 0x434F525055534B31L; // "CORPUSK1"
    static final int HEADER_BYTES = 64;
    static final int RANK_BYTES = SurvivorRank.KEY_BYTES + 1;
    static final int EXACT_BYTES = 2 * Long.BYTES + Integer.BYTES;
    static final int BAND_BYTES = Long.BYTES + Integer.BYTES;
    static final int TRAILER_BYTES = Integer.BYTES;

    void writeHeader(ChecksummedOutput out, Digest index) throws IOException {
        out.putLong(MAGIC);
        out.putInt(UnitKeys.VERSION);
        out.putInt(rows);
        out.putInt(bands);
        out.putInt(signed);
        out.putLong(0);
        out.put(index.bytes(), 0, Digest.BYTES);
    }

    long ranksAt() {
        return HEADER_BYTES;
    }

    long exactAt() {
        return ranksAt() + (long) rows * RANK_BYTES;
    }

    long bandAt(int band) {
        return exactAt() + (long) rows * EXACT_BYTES + (long) band * signed * BAND_BYTES;
    }

    long fileBytes() {
        return bandAt(bands) + TRAILER_BYTES;
    }
}
