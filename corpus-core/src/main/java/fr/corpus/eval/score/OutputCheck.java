package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.pack.Pack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Refuses files whose outputs do not belong together: of another pack, or of several models or runs. Thread-safe. */
final class OutputCheck {

    private static final int SHOWN = 5;

    private OutputCheck() {}

    /**
     * Checks a file.
     *
     * @throws RecipeException if an output names another pack, or outputs name different models, runs or preambles, or none says what it is of
     */
    static void check(Pack pack, ForeignOutputs file) {
        checkPack(pack, file);
        checkOne(file, "eval.join-models", output -> output.output().model().name());
        checkOne(file, "eval.join-runs", output -> output.output().model().runId());
        checkOne(
                file,
                "eval.join-preambles",
                output -> Optional.of(output.output().prompt().preamble().orElse("–")));
        boolean named = file.format() == OutputFormat.COLE
                || file.outputs().isEmpty()
                || file.outputs().stream().anyMatch(OutputCheck::isNamed);
        if (!named) {
            throw new RecipeException(UserMessage.of(
                    "eval.join-no-ids", file.file().toString(), file.outputs().size()));
        }
    }

    private static boolean isNamed(ForeignOutput output) {
        return output.id().isPresent()
                || output.prompt().isPresent()
                || !output.row().isEmpty()
                || output.output().prompt().sha256().isPresent();
    }

    private static void checkPack(Pack pack, ForeignOutputs file) {
        for (ForeignOutput output : file.outputs()) {
            Optional<String> named = output.output().pack();
            if (named.isPresent()
                    && !named.get().equals(pack.reference())
                    && !named.get().equals(pack.id())) {
                throw new RecipeException(UserMessage.of(
                        "eval.join-other-pack", file.file() + ":" + output.line(), named.get(), pack.reference()));
            }
        }
    }

    private static void checkOne(ForeignOutputs file, String key, Function<ForeignOutput, Optional<String>> name) {
        Map<String, Integer> counts = new TreeMap<>();
        file.outputs().forEach(output -> name.apply(output).ifPresent(one -> counts.merge(one, 1, Integer::sum)));
        if (counts.size() > 1) {
            List<String> shown = counts.entrySet().stream()
                    .limit(SHOWN)
                    .map(one -> one.getKey() + " (" + one.getValue() + ")")
                    .toList();
            throw new RecipeException(
                    UserMessage.of(key, file.file().toString(), counts.size(), String.join(", ", shown)));
        }
    }
}
