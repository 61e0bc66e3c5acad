package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonBytes;
import fr.corpus.eval.score.JsonValues;
import fr.corpus.hash.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of a run (docs/formats/eval-run.md). Immutable. */
record RunFolder(Path root) {

    Path plan() {
        return root.resolve("run.json");
    }

    Path prompts() {
        return root.resolve("prompts.jsonl");
    }

    Path journal() {
        return root.resolve("journal.jsonl");
    }

    Path outputs() {
        return root.resolve("outputs.jsonl");
    }

    Path energy() {
        return root.resolve("energy.json");
    }

    /** What the run of this folder was begun with; empty for a new one. */
    Map<String, @Nullable Object> readPlan() throws IOException {
        if (!Files.exists(plan())) {
            return new TreeMap<>();
        }
        return JsonValues.map(JsonBytes.parse(Files.readAllBytes(plan()), plan().toString()));
    }

    /**
     * Refuses a plan that is not the one of this folder.
     *
     * @throws RecipeException that names the first field which differs
     */
    void agree(Map<String, @Nullable Object> begun, Map<String, ? extends @Nullable Object> wanted) {
        TreeSet<String> keys = new TreeSet<>(begun.keySet());
        keys.addAll(wanted.keySet());
        for (String key : keys) {
            String one = shown(begun.get(key));
            String other = shown(wanted.get(key));
            if (!one.equals(other)) {
                throw new RecipeException(UserMessage.of("eval.run-other", root.toString(), key, one, other));
            }
        }
    }

    private static String shown(@Nullable Object value) {
        return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
    }
}
