package fr.corpus.eval.compare;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.score.ItemTexts;
import fr.corpus.eval.score.ScoreReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the scores of systems. An input is the JSON of a score, or a folder: one that holds {@code report.json}, one whose folders do
 * (a run for each pack), or one that holds nothing but such JSON files. Thread-safe.
 */
final class SystemReader {

    /** The report of a run in its folder. */
    static final String REPORT = "report.json";

    /** What became of its items, beside it. */
    static final String ITEMS = "items.jsonl";

    private static final int MOST_SYSTEMS = 100;
    private static final String SUFFIX = ".json";

    private SystemReader() {}

    /**
     * The systems, in the order given.
     *
     * @throws RecipeException if there are fewer than two or too many, one comes twice, or something is no score
     */
    static List<EvaluatedSystem> read(List<Path> inputs) throws IOException {
        if (inputs.size() < 2 || inputs.size() > MOST_SYSTEMS) {
            throw new RecipeException(UserMessage.of("eval.compare-count", inputs.size(), MOST_SYSTEMS));
        }
        Set<Path> seen = new HashSet<>();
        List<EvaluatedSystem> systems = new ArrayList<>();
        List<String> names = names(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            Path input = inputs.get(i);
            if (!Files.exists(input)) {
                throw new RecipeException(UserMessage.of("eval.no-such-file", input.toString()));
            }
            if (!seen.add(input.toRealPath())) {
                throw new RecipeException(UserMessage.of("eval.compare-twice", input.toString()));
            }
            systems.add(new EvaluatedSystem(names.get(i), input, reports(input)));
        }
        return systems;
    }

    private static List<ScoreReport> reports(Path input) throws IOException {
        List<ScoreReport> reports = new ArrayList<>();
        Set<String> packs = new HashSet<>();
        for (Path file : files(input)) {
            ScoreReport report = ScoreReport.read(file);
            if (!packs.add(report.pack().reference())) {
                throw new RecipeException(UserMessage.of(
                        "eval.compare-pack-twice",
                        input.toString(),
                        report.pack().reference()));
            }
            reports.add(report);
        }
        return reports;
    }

    private static List<Path> files(Path input) throws IOException {
        if (Files.isRegularFile(input)) {
            return List.of(input);
        }
        if (Files.isRegularFile(input.resolve(REPORT))) {
            return List.of(input.resolve(REPORT));
        }
        List<Path> runs = list(input, entry -> Files.isRegularFile(entry.resolve(REPORT))).stream()
                .map(entry -> entry.resolve(REPORT))
                .toList();
        List<Path> files = runs.isEmpty()
                ? list(
                        input,
                        entry -> Files.isRegularFile(entry)
                                && entry.getFileName().toString().endsWith(SUFFIX))
                : runs;
        if (files.isEmpty()) {
            throw new RecipeException(UserMessage.of("eval.compare-no-report", input.toString()));
        }
        return files;
    }

    /** Texts of some items of a score: those of {@code items.jsonl} beside it, if there is one. */
    static Optional<ItemTexts> texts(ScoreReport report, Set<String> wanted, String metric, Map<String, Double> values)
            throws IOException {
        Path items = report.file().resolveSibling(ITEMS);
        return Files.isRegularFile(items)
                ? Optional.of(ItemTexts.read(items, wanted, metric, values))
                : Optional.empty();
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        }
    }

    /** The last names of paths, with as many folders before them as it takes to tell them apart. */
    static List<String> names(List<Path> inputs) {
        int longest = inputs.stream()
                .mapToInt(input -> input.normalize().getNameCount())
                .max()
                .orElse(1);
        for (int length = 1; length < longest; length++) {
            int kept = length;
            List<String> names = inputs.stream().map(input -> name(input, kept)).toList();
            if (new HashSet<>(names).size() == names.size()) {
                return names;
            }
        }
        return inputs.stream().map(input -> name(input, longest)).toList();
    }

    private static String name(Path input, int length) {
        Path path = input.normalize();
        int count = path.getNameCount();
        String name =
                path.subpath(Math.max(0, count - length), count).toString().replace('\\', '/');
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
