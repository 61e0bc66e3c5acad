package fr.corpus.eval.score;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.RecordFault;
import fr.corpus.hash.Digest;
import fr.corpus.hash.FileDigest;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.internal.io.FileInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file of outputs of whatever tool. Thread-safe. */
final class OutputReader {

    private OutputReader() {}

    /**
     * The outputs of a file.
     *
     * @param mapping for {@link OutputFormat#CSV}, the column of each use
     * @param task for {@link OutputFormat#COLE}, the name of the task; the only one unless given
     * @throws RecipeException if a line is not what the format says, with its number
     */
    static ForeignOutputs read(Path file, OutputFormat format, Map<String, String> mapping, Optional<String> task)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            String key = Files.isDirectory(file) ? "eval.outputs-folder" : "eval.no-such-file";
            throw new RecipeException(UserMessage.of(key, file.toString()));
        }
        Digest digest = FileDigest.of(file).sha256();
        List<String> failed = new ArrayList<>();
        List<ForeignOutput> outputs;
        try {
            outputs = outputs(file, format, mapping, task, failed);
        } catch (CorruptInputException e) {
            throw new MalformedSourceException(UserMessage.of("eval.file-corrupt", file.toString()), e);
        }
        if (outputs.isEmpty() && failed.isEmpty()) {
            throw new RecipeException(UserMessage.of("eval.output-none", file.toString()));
        }
        return new ForeignOutputs(file, format, Files.size(file), digest, outputs, failed);
    }

    private static List<ForeignOutput> outputs(
            Path file, OutputFormat format, Map<String, String> mapping, Optional<String> task, List<String> failed)
            throws IOException {
        return switch (format) {
            case NEUTRAL -> lines(file, new SimpleLines(true), failed);
            case M_IFEVAL -> lines(file, new SimpleLines(false), failed);
            case LM_EVAL -> lines(file, new LmEvalLines(), failed);
            case OPENAI_BATCH -> lines(file, new BatchLines(), failed);
            case CSV -> TableLines.read(file, mapping);
            case LIGHTEVAL -> LightevalLines.read(file);
            case COLE -> cole(file, task);
        };
    }

    private static List<ForeignOutput> lines(Path file, OutputLines lines, List<String> failed) throws IOException {
        String name = file.toString();
        JsonLines.Sink sink = (line, value) -> {
            try {
                if (!(value instanceof Map<?, ?>)) {
                    throw new RecordFault("not-object");
                }
                lines.take(line, value);
            } catch (RecordFault e) {
                throw e.at(name + ":" + line);
            }
        };
        Optional<Object> whole = WholeJson.of(file);
        if (whole.isPresent()) {
            List<?> records = whole.get() instanceof List<?> list ? list : List.of(whole.get());
            for (int i = 0; i < records.size(); i++) {
                sink.take(i + 1L, records.get(i));
            }
        } else {
            try (InputStream in = FileInput.open(file)) {
                JsonLines.read(in, name, sink);
            }
        }
        failed.addAll(lines.failed());
        try {
            return lines.outputs();
        } catch (RecordFault e) {
            throw e.at(name);
        }
    }

    private static List<ForeignOutput> cole(Path file, Optional<String> task) throws IOException {
        Object root = WholeJson.parse(file);
        Map<String, @Nullable Object> tasks = JsonValues.map(root);
        if (tasks.get("tasks") instanceof List<?> list) {
            for (Object one : list) {
                tasks.putAll(JsonValues.map(one));
            }
            tasks.remove("tasks");
        }
        tasks.values().removeIf(value -> !(value instanceof Map || value instanceof List));
        String name = task.orElseGet(
                () -> tasks.size() == 1 ? tasks.keySet().iterator().next() : "");
        Object chosen = tasks.get(name);
        if (chosen == null) {
            throw new RecipeException(
                    UserMessage.of("eval.cole-task", file.toString(), name, String.join(", ", tasks.keySet())));
        }
        List<@Nullable Object> predictions = JsonValues.list(
                chosen instanceof Map<?, ?> inner && inner.containsKey("predictions")
                        ? inner.get("predictions")
                        : chosen);
        List<ForeignOutput> outputs = new ArrayList<>();
        for (Object prediction : predictions) {
            outputs.add(ForeignOutput.of(
                    outputs.size() + 1L,
                    Optional.empty(),
                    Optional.empty(),
                    OutputRecord.of("", JsonValues.id(prediction).orElseGet(() -> String.valueOf(prediction)))));
        }
        return outputs;
    }
}
