package fr.corpus.eval.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which tool wrote a file of outputs (docs/formats/eval-import.md). */
public enum OutputFormat {
    /** Our own record, docs/formats/eval-output.md. */
    NEUTRAL("neutral"),
    /** {@code samples_*.jsonl} of lm-evaluation-harness, old and new. */
    LM_EVAL("lm-eval"),
    /** {@code details_*.parquet} of lighteval, old and new. */
    LIGHTEVAL("lighteval"),
    /** Answers of a batch of OpenAI’s interface, as many servers write them. */
    OPENAI_BATCH("openai-batch"),
    /** Objects of {@code prompt} and {@code response}. */
    M_IFEVAL("m-ifeval"),
    /** One object for a model, a list of predictions for each task, in the order of the test set. */
    COLE("cole"),
    /** A table, or JSON rows, whose columns are named by the user. */
    CSV("csv");

    private final String key;

    OutputFormat(String key) {
        this.key = key;
    }

    /** The word of {@code --from}. */
    public String key() {
        return key;
    }

    /** The format of a word. */
    public static Optional<OutputFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.key.equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(OutputFormat::key).toList();
    }
}
