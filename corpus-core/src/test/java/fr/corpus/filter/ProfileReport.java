package fr.corpus.filter;

import fr.corpus.step.Filter;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows what a profile drops of given documents and how their signals spread: the way in which the thresholds of the
 * native profiles were set (docs/filters.md). Not a test.
 *
 * <p>{@code ProfileReport FILE.jsonl PROFILE [GENRE] [ids|signals]}; each line has {@code id, genre, text}.
 */
final class ProfileReport {

    private static final double[] QUANTILES = {0, 0.01, 0.05, 0.5, 0.95, 0.99, 1};

    private ProfileReport() {}

    public static void main(String[] args) throws IOException {
        String profile = args[1];
        String genre = args.length > 2 ? args[2] : "";
        String mode = args.length > 3 ? args[3] : "";
        List<Filter> chain = List.of(Profiles.repetition(profile), Profiles.lines(profile), Profiles.quality(profile));
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        Map<Signal, List<Double>> values = new TreeMap<>();
        TextView view = new TextView(new FrenchTokenizer());
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode document = JsonMapper.shared().readTree(line);
                String its = document.get("genre").stringValue();
                if (!genre.isEmpty() && !its.equals(genre)) {
                    continue;
                }
                view.of(document.get("text").stringValue());
                String outcome = "keep";
                String evidence = "";
                for (Filter filter : chain) {
                    if (filter.judge(view) instanceof Verdict.Drop drop && outcome.equals("keep")) {
                        outcome = drop.reason().code();
                        evidence = drop.evidence().items().toString();
                    }
                }
                counts.computeIfAbsent(its, key -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
                if (mode.equals("ids") && !outcome.equals("keep")) {
                    System.out.println(document.get("id").stringValue() + "\t" + outcome + "\t" + evidence);
                }
                boolean isLong = view.signals().get(Signal.WORDS) >= 50;
                for (Signal signal : Signal.values()) {
                    double value = view.signals().get(signal);
                    if (isLong && !Double.isNaN(value)) {
                        values.computeIfAbsent(signal, key -> new ArrayList<>()).add(value);
                    }
                }
            }
        }
        counts.forEach((key, outcomes) -> {
            int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
            int brief = outcomes.getOrDefault("too-few-words", 0);
            int kept = outcomes.getOrDefault("keep", 0);
            System.out.printf(
                    "%-18s %5d documents, kept %.2f %% (%.2f %% without short ones) %s%n",
                    key, all, 100.0 * kept / all, 100.0 * kept / Math.max(1, all - brief), outcomes);
        });
        if (mode.equals("signals")) {
            values.forEach((signal, list) -> System.out.printf("%-26s %s%n", signal.column(), quantiles(list)));
        }
    }

    private static String quantiles(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.join(
                " ",
                Arrays.stream(QUANTILES)
                        .mapToObj(q -> "%.4g".formatted(sorted[(int) Math.round(q * (sorted.length - 1))]))
                        .toList());
    }
}
