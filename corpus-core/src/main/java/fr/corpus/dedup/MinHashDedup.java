package fr.corpus.dedup;

import fr.corpus.step.Deduplicator;
import fr.corpus.step.Parameter;
import fr.corpus.step.Parameter.Type;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Joins documents that share most of their word shingles. Immutable.
 *
 * <p>Two documents are compared when one of {@code bands} keys, each over {@code rowsPerBand} signature values, is the same
 * in both: a pair of Jaccard similarity s is compared with probability 1 − (1 − s^rows)^bands (Leskovec, Rajaraman, Ullman,
 * <i>Mining of Massive Datasets</i>, 3.4). A document with fewer words than a shingle has no near duplicate.
 *
 * @param bands number of keys per document, 1 to 64
 * @param rowsPerBand signature values per key, 1 to 64
 * @param shingleWords consecutive words per shingle, 1 to 64; punctuation is no word, words are folded
 * @param verifyJaccard smallest true similarity of the two sets of shingles for a pair to be joined, in ]0, 1]; empty to
 *     join on an equal key alone
 */
public record MinHashDedup(int bands, int rowsPerBand, int shingleWords, OptionalDouble verifyJaccard)
        implements Deduplicator {

    /** Name and version of the step. */
    public static final StepId ID = StepId.parse("dedup.minhash@1");

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.of("bands", Type.INTEGER),
            Parameter.of("rows-per-band", Type.INTEGER),
            Parameter.of("shingle-words", Type.INTEGER),
            Parameter.of("verify-jaccard", Type.OPTIONAL_NUMBER));

    private static final int LARGEST = 64;

    public MinHashDedup {
        requireInRange("bands", bands);
        requireInRange("rows-per-band", rowsPerBand);
        requireInRange("shingle-words", shingleWords);
        if (verifyJaccard.isPresent() && !(verifyJaccard.getAsDouble() > 0 && verifyJaccard.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "need 0 < verify-jaccard <= 1 or off, got " + verifyJaccard.getAsDouble());
        }
    }

    /** The step as a recipe sets it. */
    public static MinHashDedup from(Settings settings) {
        return new MinHashDedup(
                Math.toIntExact(settings.integer("bands")),
                Math.toIntExact(settings.integer("rows-per-band")),
                Math.toIntExact(settings.integer("shingle-words")),
                settings.optionalNumber("verify-jaccard"));
    }

    @Override
    public StepId id() {
        return ID;
    }

    private static void requireInRange(String name, int value) {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException("need 1 <= " + name + " <= " + LARGEST + ", got " + value);
        }
    }
}
