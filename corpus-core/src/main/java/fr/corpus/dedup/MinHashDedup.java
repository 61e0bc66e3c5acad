package fr.corpus.dedup;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.step.Deduplicator;
import fr.corpus.step.Parameter;
import fr.corpus.step.Parameter.Type;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.text.heritage.ConfusionFolding;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Joins documents that share most of their word shingles. Immutable.
 *
 * <p>Two documents are compared when one of {@code bands} keys, each over {@code rowsPerBand} signature values, is the same
 * in both: a pair of Jaccard similarity s is compared with probability 1 − (1 − s^rows)^bands (Leskovec, Rajaraman, Ullman,
 * <i>Mining of Massive Datasets</i>, 3.4). A document with fewer words than a shingle has no near duplicate.
 *
 * <p>Version 2 can compare texts as recognition may have misread them, see {@link Fold}; otherwise it is version 1.
 *
 * @param id its name and version
 * @param bands number of keys per document, 1 to 64
 * @param rowsPerBand signature values per key, 1 to 64
 * @param shingleWords consecutive words per shingle, 1 to 64; punctuation is no word, words are folded
 * @param verifyJaccard smallest true similarity of the two sets of shingles for a pair to be joined, in ]0, 1]; empty to
 *     join on an equal key alone
 * @param fold in which form texts are compared
 */
public record MinHashDedup(
        StepId id, int bands, int rowsPerBand, int shingleWords, OptionalDouble verifyJaccard, Fold fold)
        implements Deduplicator {

    /** Name and version of the step. */
    public static final StepId ID = StepId.parse("dedup.minhash@1");

    /** The version with a choice of {@link Fold}. */
    public static final StepId WITH_FOLD = StepId.parse("dedup.minhash@2");

    /** The form in which texts are compared, beside case, accents and typography, which never count. */
    public enum Fold {
        /** As they are. */
        NONE,
        /** With the letters that recognition confuses taken for one, as {@link ConfusionFolding} says. */
        OCR;

        String apply(String text) {
            return this == OCR ? ConfusionFolding.fold(text) : text;
        }
    }

    /** What a recipe may set. */
    public static final List<Parameter> PARAMETERS = List.of(
            Parameter.of("bands", Type.INTEGER),
            Parameter.of("rows-per-band", Type.INTEGER),
            Parameter.of("shingle-words", Type.INTEGER),
            Parameter.of("verify-jaccard", Type.OPTIONAL_NUMBER));

    private static final Parameter FOLD = Parameter.of("fold", Type.NAME);

    /** What a recipe may set in version 2. */
    public static final List<Parameter> PARAMETERS_WITH_FOLD =
            Stream.concat(PARAMETERS.stream(), Stream.of(FOLD)).toList();

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

    /** Version 1. */
    public MinHashDedup(int bands, int rowsPerBand, int shingleWords, OptionalDouble verifyJaccard) {
        this(ID, bands, rowsPerBand, shingleWords, verifyJaccard, Fold.NONE);
    }

    /** Version 1 as a recipe sets it. */
    public static MinHashDedup from(Settings settings) {
        return of(ID, settings, Fold.NONE);
    }

    /**
     * Version 2 as a recipe sets it.
     *
     * @throws RecipeException if there is no such fold
     */
    public static MinHashDedup withFold(Settings settings) {
        String name = settings.name(FOLD.name());
        return switch (name) {
            case "none" -> of(WITH_FOLD, settings, Fold.NONE);
            case "ocr" -> of(WITH_FOLD, settings, Fold.OCR);
            default -> throw new RecipeException(UserMessage.of("dedup.unknown-fold", FOLD.name(), name, "none, ocr"));
        };
    }

    private static MinHashDedup of(StepId id, Settings settings, Fold fold) {
        return new MinHashDedup(
                id,
                Math.toIntExact(settings.integer("bands")),
                Math.toIntExact(settings.integer("rows-per-band")),
                Math.toIntExact(settings.integer("shingle-words")),
                settings.optionalNumber("verify-jaccard"),
                fold);
    }

    private static void requireInRange(String name, int value) {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException("need 1 <= " + name + " <= " + LARGEST + ", got " + value);
        }
    }
}
