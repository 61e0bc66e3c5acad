package fr.corpus.eval.format;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a model answered to one item, from whatever tool (docs/formats/eval-output.md). Immutable.
 *
 * @param itemId id of the item in its pack
 * @param pack {@code id@version}, if known
 * @param prompt which prompt was given, by name or digest
 * @param output the generated text; empty text when only likelihoods are known
 * @param choices likelihood of each choice in the order of the item (of a pair: the acceptable sentence, then the other); empty
 *     when unknown
 * @param letters whether these likelihoods are of the letters A, B… under which the prompt shows the choices, in their order; else of
 *     the texts
 * @param usage tokens and time
 * @param model who answered
 * @param finishReason {@code stop}, {@code length}…, as the server says
 */
public record OutputRecord(
        String itemId,
        Optional<String> pack,
        PromptUsed prompt,
        String output,
        List<ChoiceLikelihood> choices,
        boolean letters,
        Usage usage,
        ModelRun model,
        Optional<String> finishReason) {

    public OutputRecord {
        choices = List.copyOf(choices);
    }

    /** A text for an item, nothing else known. */
    public static OutputRecord of(String itemId, String output) {
        return new OutputRecord(
                itemId,
                Optional.empty(),
                PromptUsed.UNKNOWN,
                output,
                List.of(),
                false,
                Usage.UNKNOWN,
                ModelRun.UNKNOWN,
                Optional.empty());
    }

    /** Likelihoods of the texts of choices for an item, nothing else known. */
    public static OutputRecord of(String itemId, List<ChoiceLikelihood> choices) {
        return of(itemId, choices, false);
    }

    /** Likelihoods for an item, of the letters of choices or of their texts, nothing else known. */
    public static OutputRecord of(String itemId, List<ChoiceLikelihood> choices, boolean letters) {
        return new OutputRecord(
                itemId,
                Optional.empty(),
                PromptUsed.UNKNOWN,
                "",
                choices,
                letters,
                Usage.UNKNOWN,
                ModelRun.UNKNOWN,
                Optional.empty());
    }

    /** The same with other likelihoods. */
    public OutputRecord withChoices(List<ChoiceLikelihood> others) {
        return new OutputRecord(itemId, pack, prompt, output, others, letters, usage, model, finishReason);
    }

    /**
     * The prompt that was given.
     *
     * @param id its name in the pack
     * @param sha256 SHA-256 of its text as given, 64 hexadecimal digits
     * @param preamble names the examples and the system prompt that were read before it (docs/formats/eval-run.md)
     */
    public record PromptUsed(Optional<String> id, Optional<String> sha256, Optional<String> preamble) {
        /** Not known. */
        public static final PromptUsed UNKNOWN = new PromptUsed(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * What it cost.
     *
     * @param tokensIn tokens of the prompt
     * @param tokensOut tokens generated
     * @param latencySeconds from the request to the last byte
     */
    public record Usage(OptionalLong tokensIn, OptionalLong tokensOut, OptionalDouble latencySeconds) {
        /** Not known: unknown stays unknown. */
        public static final Usage UNKNOWN =
                new Usage(OptionalLong.empty(), OptionalLong.empty(), OptionalDouble.empty());
    }

    /**
     * Who answered.
     *
     * @param name the model's name
     * @param revision its revision
     * @param sampling temperature and the like, as JSON values
     * @param runId one run of one model
     */
    public record ModelRun(
            Optional<String> name, Optional<String> revision, Map<String, Object> sampling, Optional<String> runId) {
        /** Not known. */
        public static final ModelRun UNKNOWN =
                new ModelRun(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

        public ModelRun {
            sampling = sampling.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(sampling));
        }
    }
}
