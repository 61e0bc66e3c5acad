package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked and answered for some items, as {@link ItemScores} wrote it. Immutable.
 *
 * @param byId by the id of the item
 */
public record ItemTexts(Map<String, Texts> byId) {

    public ItemTexts {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /**
     * One item.
     *
     * @param prompt what was asked; empty when it may not be redistributed
     * @param output what was answered
     */
    public record Texts(Optional<String> prompt, String output) {}

    /**
     * Reads the texts of some items.
     *
     * @param wanted ids of items, the others being skipped
     * @param metric by which values are checked
     * @param values the value of each wanted item in the report beside the file
     * @throws RecipeException if a line is no item score, or its value is not that of the report
     */
    public static ItemTexts read(Path file, Set<String> wanted, String metric, Map<String, Double> values)
            throws IOException {
        Map<String, Texts> byId = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            JsonLines.read(in, file.toString(), (line, value) -> {
                Map<?, ?> fields = value instanceof Map<?, ?> found ? found : Map.of();
                if (!(fields.get("item_id") instanceof String id)) {
                    throw new RecipeException(UserMessage.of("eval.scores-no-id", file + ":" + line));
                }
                if (!wanted.contains(id)) {
                    return;
                }
                Double told = values.get(id);
                double own = JsonValues.number(fields.get(metric)).orElse(Double.NaN);
                if (told != null && own != told) {
                    throw new RecipeException(UserMessage.of("eval.compare-other-items", file + ":" + line, id));
                }
                byId.put(
                        id,
                        new Texts(
                                JsonValues.text(fields.get("prompt")),
                                JsonValues.text(fields.get("output")).orElse("")));
            });
        }
        return new ItemTexts(byId);
    }

    /** The texts of scored items. */
    public static ItemTexts of(Scoring scoring, Set<String> wanted) {
        Map<String, Texts> byId = new LinkedHashMap<>();
        ScoreTable table = scoring.table();
        boolean texts = scoring.stored().pack().ledger().redistribution().allowsTexts();
        for (int i = 0; i < table.items().size(); i++) {
            String id = table.items().get(i).id();
            if (wanted.contains(id)) {
                String prompt = ItemScores.prompt(
                        scoring.stored().pack(), scoring.prompt(), table.items().get(i));
                byId.put(
                        id,
                        new Texts(
                                texts ? Optional.of(prompt) : Optional.empty(),
                                table.outputs().get(i).output()));
            }
        }
        return new ItemTexts(byId);
    }
}
