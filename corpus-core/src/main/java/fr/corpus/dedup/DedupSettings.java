package fr.corpus.dedup;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.step.Deduplicator;
import fr.corpus.text.Folding;
import fr.corpus.text.heritage.ConfusionFolding;
import java.util.List;
import java.util.Optional;

/**
 * The deduplication steps of a recipe together, since they share one barrier. Immutable.
 *
 * @param exact whether documents of equal canonical text are joined
 * @param minHash how near duplicates are found, if they are
 */
public record DedupSettings(boolean exact, Optional<MinHashDedup> minHash) {

    /** No deduplication: every document survives. */
    public static final DedupSettings NONE = new DedupSettings(false, Optional.empty());

    /** The settings of a recipe's deduplication steps; of two steps of one kind the last counts. */
    public static DedupSettings of(List<? extends Deduplicator> steps) {
        DedupSettings settings = NONE;
        for (Deduplicator step : steps) {
            if (step instanceof MinHashDedup near) {
                settings = new DedupSettings(settings.exact, Optional.of(near));
            } else if (step instanceof ExactDedup) {
                settings = new DedupSettings(true, settings.minHash);
            } else {
                throw new IllegalArgumentException("no duplicate index knows the step " + step.id());
            }
        }
        return settings;
    }

    /** The form of a text whose tokens are compared; the same instance when that is the text itself. */
    public String compared(String text) {
        return minHash.map(near -> near.fold().apply(text)).orElse(text);
    }

    /** Keys per document beside the exact one. */
    int bands() {
        return minHash.map(MinHashDedup::bands).orElse(0);
    }

    /**
     * Everything that the keys of a document depend on, in one line: two unit files can be joined only when theirs are
     * equal. Thresholds that apply at the barrier are not in it.
     */
    public String indexId() {
        return "duplicate-keys@" + UnitKeys.VERSION
                + minHash.map(near -> " " + Folding.VERSION + " shingles@" + Shingles.VERSION + "="
                                + near.shingleWords() + " sketch@" + SimilaritySketch.VERSION + "=" + near.bands() + "x"
                                + near.rowsPerBand()
                                + (near.fold() == MinHashDedup.Fold.OCR ? " " + ConfusionFolding.VERSION : ""))
                        .orElse("");
    }

    /** SHA-256 of {@link #indexId()}, as unit files carry it. */
    Digest indexDigest() {
        return Sha256.of(indexId());
    }
}
