package fr.corpus.optout;

import fr.corpus.hash.Digest;
import fr.corpus.tlog.MerkleHash;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An entry with what the log must not show, as the registry keeps it. Immutable.
 *
 * @param seq order in which entries were accepted, from 1
 * @param index index in the log, empty while that is not sure
 * @param bytes the exact entry
 * @param opening of its commitment; empty when it has none, or it was erased
 * @param declares {@code seq} of the entry that says what is reserved; {@link #DECLARES_NOTHING} for entries about the registry
 */
record StoredEntry(long seq, OptionalLong index, byte[] bytes, Optional<Opening> opening, long declares) {

    /** {@code declares} of entries about no reservation. */
    static final long DECLARES_NOTHING = 0;

    LogEntry entry() {
        return LogEntry.parse(bytes);
    }

    Digest leaf() {
        return MerkleHash.leaf(bytes);
    }
}
