package fr.corpus.pipeline.spool;

import fr.corpus.document.DocumentId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.StepId;
import java.util.Optional;

/** What became of one record in the read segment. Immutable. Order: document id, then source, then the record's own id. */
public sealed interface SpooledRecord {

    /** Its identity; for a malformed record {@link DocumentId#ofMalformed}. */
    DocumentId id();

    /** Where it stands. */
    Provenance provenance();

    /**
     * A document that passed all filters.
     *
     * @param id its identity
     * @param text its text after normalization
     * @param metadata what it says of itself
     * @param provenance where it stands
     * @param language identified language, or empty when no step identified it
     * @param signals measured values in the order of {@link fr.corpus.text.Signal}, NaN where not measured
     * @param tokens number of tokens
     * @param codePoints length of the text
     * @param traces of the text, where the release needs its keys
     */
    record Kept(
            DocumentId id,
            String text,
            Metadata metadata,
            Provenance provenance,
            String language,
            double[] signals,
            int tokens,
            int codePoints,
            Optional<TextTraces> traces)
            implements SpooledRecord {}

    /** A document that a filter dropped. */
    record Dropped(DocumentId id, Provenance provenance, StepId step, Reason reason, Evidence evidence)
            implements SpooledRecord {}

    /** A record that could not be read; the step is the reader. */
    record Malformed(DocumentId id, Provenance provenance, StepId step, Reason reason, Evidence evidence)
            implements SpooledRecord {}
}
