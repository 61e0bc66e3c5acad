package fr.corpus.read;

import fr.corpus.document.Provenance;
import fr.corpus.source.RawRecord;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;

/** What a reader makes of one record. Immutable. */
public sealed interface ReadResult {

    /** A record that could be read. */
    record Read(RawRecord record) implements ReadResult {}

    /**
     * A record that could not be read: counted, kept in quarantine, never silently skipped.
     *
     * @param provenance where it stands; its source id is {@code file#ordinal} when its own cannot be read
     * @param reason what is wrong, for the ledger
     * @param evidence where inside the record, in numbers
     * @param raw the record's bytes for the quarantine, cut to {@link #MAX_RAW_BYTES}
     */
    record Malformed(Provenance provenance, Reason reason, Evidence evidence, byte[] raw) implements ReadResult {}

    /** How much of a malformed record is kept, in bytes. */
    int MAX_RAW_BYTES = 1 << 16;
}
