package fr.corpus.releaselog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.SignedNote;

/**
 * One entry of the log of releases, format 1 ({@code docs/formats/release-log.md}): public, canonical JSON, without personal
 * data. Immutable.
 */
public sealed interface ReleaseLogEntry permits ReleaseEntry, RetractionEntry {

    /** Version of the format. */
    int FORMAT = 1;

    /** Most bytes of an entry: what an entry bundle can hold. */
    int MAX_BYTES = 0xFFFF;

    /** Longest registry checkpoint with its signatures, in bytes. */
    int MAX_NOTE_BYTES = 1 << 15;

    /** SHA-256 of the manifest of the release that it is about. */
    Digest manifest();

    /** The signed checkpoint of the registry as it was heeded; its signatures are checked by whoever has a policy. */
    SignedNote registryNote();

    /** The state of the registry that was heeded: reservations with an index below its size were known. */
    default Checkpoint registry() {
        return Checkpoint.parse(registryNote().text());
    }

    /** When the log took it by its operator's clock, milliseconds since 1970 UTC, not before the entry before it. */
    long timeMillis();

    /** The same entry, taken at another time. */
    ReleaseLogEntry at(long millis);

    /** Whether it says the same, whenever it was taken and whoever signed the registry's checkpoint. */
    boolean saysTheSame(ReleaseLogEntry other);

    /** The exact bytes of the log's entry. */
    byte[] bytes();

    /**
     * Reads an entry, which has one spelling only.
     *
     * @throws MalformedSourceException if the bytes are not one of format 1
     */
    static ReleaseLogEntry parse(byte[] bytes) {
        return ReleaseLogEntryJson.parse(bytes);
    }
}
