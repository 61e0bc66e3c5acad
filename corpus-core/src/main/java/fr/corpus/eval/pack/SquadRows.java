package fr.corpus.eval.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions of a file in the format of SQuAD 1.1 or 2.0: {@code data[].paragraphs[].qas[]}. A question that the passage does not
 * answer ({@code is_impossible}) has no answer; answers that come twice are kept once. Thread-safe.
 */
final class SquadRows {

    /** The fields of the same sets as tables of a hub. */
    static final Map<String, List<String>> TABLE = Map.of(
            "id", List.of("{id?}"),
            "cluster", List.of("{context}"),
            "context", List.of("{context}"),
            "question", List.of("{question}"),
            "answers", List.of("{answers.text|answers}"));

    private SquadRows() {}

    /** Whether the value of a file has this format. */
    static boolean isSquad(@Nullable Object root) {
        return root instanceof Map<?, ?> map
                && map.get("data") instanceof List<?> articles
                && !articles.isEmpty()
                && articles.get(0) instanceof Map<?, ?> article
                && article.containsKey("paragraphs");
    }

    static List<PackItem> items(@Nullable Object root, String file, String variety) {
        List<PackItem> items = new ArrayList<>();
        int paragraphs = 0;
        for (Object article : list(file, root, "data")) {
            Optional<String> title = text(article, "title");
            for (Object paragraph : list(file, article, "paragraphs")) {
                String cluster = "p" + paragraphs++;
                String context = text(paragraph, "context").orElseThrow(() -> missing(file, "context"));
                for (Object question : list(file, paragraph, "qas")) {
                    String id = text(question, "id").orElse("q" + items.size());
                    items.add(new PackItem.ShortAnswer(
                            new ItemFacts(
                                    id,
                                    variety,
                                    title.map(name -> Map.of("article", name)).orElse(Map.of()),
                                    Optional.of(cluster),
                                    Optional.empty(),
                                    Optional.empty()),
                            Optional.of(context),
                            text(question, "question").orElseThrow(() -> missing(file, "question")),
                            answers(file, question)));
                }
            }
        }
        return items;
    }

    private static List<String> answers(String file, @Nullable Object question) {
        if (question instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("is_impossible"))) {
            return List.of();
        }
        Set<String> answers = new LinkedHashSet<>();
        for (Object answer : list(file, question, "answers")) {
            answers.add(text(answer, "text").orElseThrow(() -> missing(file, "answers.text")));
        }
        return List.copyOf(answers);
    }

    private static List<?> list(String file, @Nullable Object object, String key) {
        if (object instanceof Map<?, ?> map && map.get(key) instanceof List<?> list) {
            return list;
        }
        throw missing(file, key);
    }

    private static RuntimeException missing(String file, String key) {
        return new PackPlace(file, 1).fail("data-missing-field", key, "data.paragraphs.qas");
    }

    private static Optional<String> text(@Nullable Object object, String key) {
        Object value = object instanceof Map<?, ?> map ? map.get(key) : null;
        return value instanceof String || value instanceof Long ? Optional.of(String.valueOf(value)) : Optional.empty();
    }
}
