package fr.corpus.eval.contamination;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * The scores of a model item by item, as {@code corpus eval score --items} writes them (docs/formats/eval-output.md). Immutable.
 *
 * @param byMetric metric, then item, then score; an item whose score is unknown is left out
 * @param isShare metrics whose scores are all right or wrong
 * @param items ids of all items of the file
 */
public record ItemScores(Map<String, Map<String, Double>> byMetric, Set<String> isShare, Set<String> items) {

    private static final String ID = "item_id";
    private static final Set<String> NOT_SCORES = Set.of(ID, "prompt", "output");

    public ItemScores {
        byMetric = java.util.Collections.unmodifiableMap(new TreeMap<>(byMetric));
        isShare = Set.copyOf(isShare);
        items = Set.copyOf(items);
    }

    /**
     * Reads scores.
     *
     * @param known ids of the items that there are
     * @throws RecipeException if a line is no item score, an item comes twice or is not among those known, or none has a score
     * @throws IOException if the file cannot be read
     */
    public static ItemScores read(Path file, Set<String> known) throws IOException {
        Map<String, Map<String, Double>> byMetric = new TreeMap<>();
        Set<String> graded = new HashSet<>();
        Set<String> items = new HashSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            JsonLines.read(in, file.toString(), (line, value) -> {
                String place = file + ":" + line;
                if (!(value instanceof Map<?, ?> fields) || !(fields.get(ID) instanceof String id)) {
                    throw new RecipeException(UserMessage.of("eval.scores-no-id", place));
                }
                if (!known.contains(id)) {
                    throw new RecipeException(UserMessage.of("eval.scores-unknown-item", place, id));
                }
                if (!items.add(id)) {
                    throw new RecipeException(UserMessage.of("eval.scores-item-twice", place, id));
                }
                fields.forEach((name, score) -> {
                    OptionalDouble number = NOT_SCORES.contains(name) ? OptionalDouble.empty() : number(score);
                    if (number.isPresent()) {
                        if (!(score instanceof Boolean)) {
                            graded.add((String) name);
                        }
                        byMetric.computeIfAbsent((String) name, metric -> new HashMap<>())
                                .put(id, number.getAsDouble());
                    }
                });
            });
        }
        if (byMetric.isEmpty()) {
            throw new RecipeException(UserMessage.of("eval.scores-none", file.toString()));
        }
        Set<String> shares = new HashSet<>(byMetric.keySet());
        shares.removeAll(graded);
        return new ItemScores(byMetric, shares, items);
    }

    /** Right is 1, wrong is 0, a list is the share of what is right in it. */
    private static OptionalDouble number(Object score) {
        if (score instanceof Boolean right) {
            return OptionalDouble.of(right ? 1 : 0);
        }
        if (score instanceof Number number && Double.isFinite(number.doubleValue())) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (score instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Boolean.class::isInstance)) {
            return OptionalDouble.of(
                    (double) list.stream().filter(Boolean.TRUE::equals).count() / list.size());
        }
        return OptionalDouble.empty();
    }
}
