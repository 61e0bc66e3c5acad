package fr.corpus.engine.local;

import fr.corpus.document.CanonicalText;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.hash.Digest;
import fr.corpus.pipeline.spool.SpooledRecord;
import fr.corpus.release.DuplicateRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes what a copy can be known again by, since a release does not hold its text. Thread-safe. */
final class CopyTraces {

    private CopyTraces() {}

    /** The traces of a copy; a near one has samples where the release has keys. */
    static DuplicateRow.Traces of(SpooledRecord.Kept copy, DuplicateRow.Kind kind) {
        Optional<Digest> text = Optional.empty();
        Optional<List<Long>> samples = Optional.empty();
        if (kind != DuplicateRow.Kind.EXACT) {
            text = copy.traces().map(TextTraces::text).or(() -> Optional.of(CanonicalText.digest(copy.text())));
            samples = copy.traces()
                    .map(traces -> Arrays.stream(traces.samples()).boxed().toList());
        }
        return new DuplicateRow.Traces(
                copy.metadata().uri(),
                copy.metadata().author(),
                Optional.of(copy.provenance().rawDigest()),
                text,
                samples,
                copy.metadata().identifiers());
    }
}
