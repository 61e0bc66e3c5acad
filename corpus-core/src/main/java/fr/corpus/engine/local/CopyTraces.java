package fr.corpus.engine.local;

import fr.corpus.document.CanonicalText;
import fr.corpus.fingerprint.Samples;
import fr.corpus.pipeline.spool.SpooledRecord;
import fr.corpus.release.DuplicateRow;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes what a copy can be known again by, since a release does not hold its text. Confined to one thread. */
final class CopyTraces {

    private final FrenchTokenizer tokenizer = new FrenchTokenizer();
    private final TokenizedText tokens = new TokenizedText();
    private final Samples samples = new Samples();

    /**
     * The traces of a copy.
     *
     * @param withSamples whether the release has keys, so that the samples of a near copy are worth their place
     */
    DuplicateRow.Traces of(SpooledRecord.Kept copy, DuplicateRow.Kind kind, boolean withSamples) {
        DuplicateRow.Traces traces = new DuplicateRow.Traces(
                copy.metadata().uri(),
                copy.metadata().author(),
                Optional.of(copy.provenance().rawDigest()),
                Optional.empty(),
                Optional.empty());
        if (kind == DuplicateRow.Kind.EXACT) {
            return traces;
        }
        Optional<List<Long>> sampled = Optional.empty();
        if (withSamples) {
            tokenizer.tokenize(copy.text(), tokens);
            int n = samples.of(tokens);
            sampled = Optional.of(Arrays.stream(samples.hashes(), 0, n).boxed().toList());
        }
        return new DuplicateRow.Traces(
                traces.uri(), traces.author(), traces.bytes(), Optional.of(CanonicalText.digest(copy.text())), sampled);
    }
}
