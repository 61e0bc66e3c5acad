package fr.corpus.engine.local;

import fr.corpus.document.CanonicalText;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.fingerprint.NearCode;
import fr.corpus.fingerprint.TextTraces;
import fr.corpus.hash.Digest;
import fr.corpus.iscc.TextHasher;
import fr.corpus.pipeline.spool.SpooledRecord;
import fr.corpus.release.DuplicateRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes what a copy can be known again by, since a release does not hold its text. Confined to one thread. */
final class CopyTracing {

    private final TextHasher hasher = new TextHasher();

    /** The traces of a copy; a near one has samples and a Text-Code where the release has keys. */
    CopyTraces of(SpooledRecord.Kept copy, DuplicateRow.Kind kind) {
        Optional<Digest> text = Optional.empty();
        Optional<List<Long>> samples = Optional.empty();
        Optional<NearCode> code = Optional.empty();
        if (kind != DuplicateRow.Kind.EXACT) {
            text = copy.traces().map(TextTraces::text).or(() -> Optional.of(CanonicalText.digest(copy.text())));
            samples = copy.traces()
                    .map(traces -> Arrays.stream(traces.samples()).boxed().toList());
            code = copy.traces()
                    .map(traces ->
                            NearCode.of(hasher.hash(copy.text()), copy.text().length()));
        }
        return new CopyTraces(
                copy.metadata().uri(),
                copy.metadata().author(),
                Optional.of(copy.provenance().rawDigest()),
                text,
                samples,
                code,
                copy.metadata().identifiers());
    }
}
