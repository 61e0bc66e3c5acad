package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.ChoiceLikelihood;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.RecordFault;
import fr.corpus.eval.pack.DataRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Details of lighteval. Since 0.11 a row has three structs, {@code doc}, {@code model_response} and {@code metric}, which its
 * documentation writes with two underscores on either side; before it was flat, and {@code predictions} of choices were pairs of a
 * likelihood and whether it was the greedy one. Its {@code id} is the number of a row that may have been filtered: it finds no item.
 * Confined to one thread.
 */
final class LightevalLines {

    /** The names of the fields of one layout. */
    private record Layout(
            String query,
            String choices,
            String goldIndex,
            String gold,
            String text,
            String processed,
            String likelihoods,
            String unconditioned,
            String figures) {
        static Layout of(String mark) {
            String doc = mark + "doc" + mark + ".";
            String response = mark + "model_response" + mark + ".";
            return new Layout(
                    doc + "query",
                    doc + "choices",
                    doc + "gold_index",
                    doc + "gold",
                    response + "text",
                    response + "text_post_processed",
                    response + "logprobs",
                    response + "unconditioned_logprobs",
                    mark + "metric" + mark + ".");
        }

        static final Layout FLAT = new Layout(
                "full_prompt",
                "choices",
                "gold_index",
                "gold",
                "predictions",
                "predictions",
                "predictions",
                "unconditioned_logprobs",
                "metrics.");

        List<String> fields() {
            return List.of(query, choices, goldIndex, gold, text, processed, likelihoods, unconditioned);
        }
    }

    private static final List<Layout> LAYOUTS = List.of(Layout.of(""), Layout.of("__"), Layout.FLAT);

    private final Layout layout;
    private final List<String> figures;

    private LightevalLines(Layout layout, List<String> figures) {
        this.layout = layout;
        this.figures = figures;
    }

    static List<ForeignOutput> read(Path file) throws IOException {
        List<String> columns = DataRows.columns(file);
        if (columns.isEmpty()) {
            throw new RecipeException(UserMessage.of("eval.lighteval-not-parquet", file.toString()));
        }
        Layout layout = LAYOUTS.stream()
                .filter(one -> columns.contains(one.query()))
                .findFirst()
                .orElseThrow(() -> new RecipeException(
                        UserMessage.of("eval.lighteval-columns", file.toString(), String.join(", ", columns))));
        List<String> figures = columns.stream()
                .filter(column -> column.startsWith(layout.figures())
                        && column.indexOf('.', layout.figures().length()) < 0)
                .toList();
        Set<String> wanted = new TreeSet<>(layout.fields());
        wanted.addAll(figures);
        LightevalLines lines = new LightevalLines(layout, figures);
        List<ForeignOutput> outputs = new ArrayList<>();
        DataRows.read(file, wanted, (number, row) -> {
            try {
                outputs.add(lines.output(number + 1, row));
            } catch (RecordFault e) {
                throw e.at(file + ":" + (number + 1));
            }
        });
        return outputs;
    }

    private ForeignOutput output(long line, Map<String, @Nullable Object> row) {
        Optional<String> query = texts(row, layout.query()).stream().findFirst();
        List<String> choices = stripped(texts(row, layout.choices()));
        List<ChoiceLikelihood> likelihoods = likelihoods(row, choices.size());
        List<String> processed = texts(row, layout.processed());
        List<String> generated = likelihoods.isEmpty() ? texts(row, layout.text()) : List.of();
        String text = processed.isEmpty() || !likelihoods.isEmpty()
                ? generated.stream().findFirst().orElse("")
                : processed.get(0);
        List<String> answers = likelihoods.isEmpty() ? List.of(text) : List.of();
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        kept.put("choices", choices);
        Map<String, OriginVerdict> verdicts = new LinkedHashMap<>();
        for (String figure : figures) {
            texts(row, figure).stream()
                    .findFirst()
                    .flatMap(LightevalLines::number)
                    .ifPresent(value -> verdicts.put(
                            figure.substring(layout.figures().length()),
                            new OriginVerdict(
                                    value,
                                    answers,
                                    targets(row, choices, !likelihoods.isEmpty()),
                                    choices,
                                    likelihoods)));
        }
        return new ForeignOutput(
                line,
                Optional.empty(),
                query,
                kept,
                likelihoods.isEmpty()
                        ? OutputRecord.of("", text)
                        : OutputRecord.of("", likelihoods, ForeignOutput.areLetters(choices)),
                verdicts);
    }

    /** Those of the choices; likelihoods of the tokens of a generated text are another number, and are none. */
    private List<ChoiceLikelihood> likelihoods(Map<String, @Nullable Object> row, int choices) {
        List<String> numbers = texts(row, layout.likelihoods());
        boolean inPairs = layout == Layout.FLAT && choices > 0 && numbers.size() == 2 * choices;
        boolean generated =
                layout != Layout.FLAT && texts(row, layout.text()).stream().anyMatch(text -> !text.isEmpty());
        if (choices < 2 || generated || (!inPairs && numbers.size() != choices)) {
            return List.of();
        }
        List<String> alone = texts(row, layout.unconditioned());
        List<ChoiceLikelihood> likelihoods = new ArrayList<>();
        for (int i = 0; i < choices; i++) {
            String written = numbers.get(inPairs ? 2 * i : i);
            Optional<Double> likelihood = number(written);
            if (likelihood.isEmpty() && layout == Layout.FLAT) {
                return List.of();
            }
            likelihoods.add(new ChoiceLikelihood(
                    likelihood.orElseThrow(() -> new RecordFault("no-likelihood", layout.likelihoods(), written)),
                    alone.size() == choices
                            ? number(alone.get(i)).map(OptionalDouble::of).orElseGet(OptionalDouble::empty)
                            : OptionalDouble.empty(),
                    OptionalInt.empty()));
        }
        return likelihoods;
    }

    /** The texts of what is right, and for likelihoods its numbers. */
    private List<String> targets(Map<String, @Nullable Object> row, List<String> choices, boolean byNumber) {
        List<String> targets = new ArrayList<>();
        for (String index : texts(row, layout.goldIndex())) {
            if (byNumber) {
                targets.add(index);
            }
            number(index)
                    .map(Double::intValue)
                    .filter(i -> i >= 0 && i < choices.size())
                    .ifPresent(i -> targets.add(choices.get(i)));
        }
        targets.addAll(stripped(texts(row, layout.gold())));
        return targets;
    }

    private static List<String> texts(Map<String, @Nullable Object> row, String field) {
        Object value = row.get(field);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    private static List<String> stripped(List<String> texts) {
        return texts.stream()
                .map(text -> text.startsWith(" ") ? text.substring(1) : text)
                .toList();
    }

    private static Optional<Double> number(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true") ? 1.0 : 0.0);
        }
        OptionalDouble number = JsonValues.number(text);
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
