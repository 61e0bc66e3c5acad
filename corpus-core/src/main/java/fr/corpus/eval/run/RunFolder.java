package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.score.JsonValues;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
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

    /** What the run of this folder was begun with; empty for a new one. */
    Map<String, @Nullable Object> readPlan() throws IOException {
        if (!Files.exists(plan())) {
            return new TreeMap<>();
        }
        try {
            return JsonValues.map(JsonTree.parse(Files.readAllBytes(plan())));
        } catch (IllegalArgumentException e) {
            throw new RecipeException(
                    UserMessage.of("eval.line-not-json", plan().toString(), String.valueOf(e.getMessage())), e);
        }
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

    /** Writes a file that appears when it is whole. */
    static void write(Path file, Collection<? extends Map<String, ? extends @Nullable Object>> lines)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            for (Map<String, ?> line : lines) {
                out.write(CanonicalJson.of(line));
                out.write('\n');
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
