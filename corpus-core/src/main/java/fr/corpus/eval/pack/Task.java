package fr.corpus.eval.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a pack asks of a model, and the metrics that can judge it (docs/formats/eval-pack.md). */
public enum Task {
    /** One or several right answers among given ones. */
    MULTIPLE_CHOICE(
            "multiple-choice",
            List.of("acc", "acc_norm", "acc_bytes", "acc_mutual_info", "exact_set", "jaccard", "mcc", "macro_f1")),
    /** The acceptable of two sentences. */
    MINIMAL_PAIRS("minimal-pairs", List.of("acc", "acc_norm", "acc_bytes")),
    /** A short answer, in or out of a passage; no right answer means that the passage does not say. */
    SHORT_ANSWER(
            "short-answer",
            List.of(
                    "exact_match",
                    "em",
                    "f1",
                    "em:squad-1.1",
                    "f1:squad-1.1",
                    "em:frenchbench",
                    "f1:frenchbench",
                    "em:lighteval-fr",
                    "f1:lighteval-fr",
                    "em:cole",
                    "f1:cole",
                    "em:fr-v1",
                    "f1:fr-v1")),
    /** A text, compared with reference texts. */
    GENERATION(
            "generation",
            List.of("bleu", "chrf", "chrf++", "ter", "rouge1", "rouge2", "rouge3", "rougeL", "rougeLsum")),
    /** A text that must follow instructions which a program can verify. */
    INSTRUCTIONS("instructions", List.of("strict", "loose"));

    private final String word;
    private final List<String> metrics;

    Task(String word, List<String> metrics) {
        this.word = word;
        this.metrics = metrics;
    }

    /** The word in {@code pack.yaml}. */
    public String word() {
        return word;
    }

    /** The metrics that a pack of this task may name. */
    public List<String> metrics() {
        return metrics;
    }

    /** The task of a word. */
    public static Optional<Task> of(String word) {
        return Arrays.stream(values()).filter(task -> task.word.equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Task::word).toList();
    }
}
