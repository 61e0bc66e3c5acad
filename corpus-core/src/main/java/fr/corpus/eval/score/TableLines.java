package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.pack.DataRows;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Outputs in the columns of a table: CSV, TSV, JSON rows or Parquet. Confined to one thread. */
final class TableLines {

    private TableLines() {}

    /** Reads a table whose columns the user named; the name of a use is its column unless told otherwise. */
    static List<ForeignOutput> read(Path file, Map<String, String> mapping) throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        ScoreRequest.USES.forEach(use -> columns.put(use, mapping.getOrDefault(use, use)));
        List<ForeignOutput> outputs = new ArrayList<>();
        DataRows.read(file, new TreeSet<>(columns.values()), (number, row) -> {
            if (!has(row, columns.get("output")) && !has(row, columns.get("choices"))) {
                throw new RecipeException(UserMessage.of(
                        "eval.table-no-output", file + ":" + (number + 1), columns.get("output"), shown(row.keySet())));
            }
            outputs.add(output(number + 1, row, columns));
        });
        return outputs;
    }

    private static boolean has(Map<String, @Nullable Object> row, @Nullable String column) {
        return column != null && row.get(column) != null;
    }

    private static String shown(Set<String> columns) {
        return String.join(", ", columns);
    }

    private static ForeignOutput output(long line, Map<String, @Nullable Object> row, Map<String, String> columns) {
        List<ChoiceLikelihood> choices = new ArrayList<>();
        for (Object value : list(row.get(columns.get("choices")))) {
            JsonValues.number(value).ifPresent(number -> choices.add(ChoiceLikelihood.of(number)));
        }
        Optional<String> id = JsonValues.id(row.get(columns.get("item_id"))).filter(text -> !text.isBlank());
        OutputRecord plain = OutputRecord.of("", first(row.get(columns.get("output"))));
        Optional<String> promptId = columns.containsKey("prompt_id")
                ? JsonValues.text(row.get(columns.get("prompt_id")))
                : Optional.empty();
        return ForeignOutput.of(
                line,
                id,
                JsonValues.text(row.get(columns.get("prompt"))),
                new OutputRecord(
                        "",
                        plain.pack(),
                        new OutputRecord.PromptUsed(promptId, Optional.empty(), Optional.empty()),
                        plain.output(),
                        choices,
                        false,
                        plain.usage(),
                        plain.model(),
                        plain.finishReason()));
    }

    /** A list, or the text of a JSON list, as a cell of CSV holds it. */
    private static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof String text && text.strip().startsWith("[")) {
            try {
                return JsonValues.list(JsonTree.parse(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        return JsonValues.list(value);
    }

    private static String first(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "" : String.valueOf(list.get(0));
        }
        return value == null ? "" : String.valueOf(value);
    }
}
