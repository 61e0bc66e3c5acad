package fr.corpus.eval.compare;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.score.ItemTexts;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreReport;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.score.Scoring;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the scores of systems, or makes them. An input is the JSON of a score, a file of outputs (JSONL, docs/formats/eval-output.md,
 * whose first line names the pack), or a folder: one that holds {@code report.json}, one whose folders do (a run for each pack), or one
 * that holds nothing but JSON files of scores or files of outputs. Thread-safe.
 */
final class SystemReader {

    /** The report of a run in its folder. */
    static final String REPORT = "report.json";

    /** What became of its items, beside it. */
    static final String ITEMS = "items.jsonl";

    /** What says that a folder is that of a run, complete or not (docs/formats/eval-run.md). */
    private static final String RUN = "run.json";

    private static final Pattern OUTPUTS = Pattern.compile("\\.jsonl(\\.\\w+)?$");
    private static final int MOST_SYSTEMS = 100;
    private static final String SUFFIX = ".json";

    private SystemReader() {}

    /**
     * The systems, in the order given.
     *
     * @param threads how many may work at a time
     * @throws RecipeException if there are fewer than two or too many, one comes twice, or something is no score
     */
    static List<EvaluatedSystem> read(ComparisonRequest request, int threads) throws IOException {
        List<Path> inputs = request.inputs();
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
            systems.add(new EvaluatedSystem(names.get(i), input, scores(input, request, threads)));
        }
        return systems;
    }

    private static List<EvaluatedSystem.Scored> scores(Path input, ComparisonRequest request, int threads)
            throws IOException {
        List<EvaluatedSystem.Scored> scores = new ArrayList<>();
        Set<String> packs = new HashSet<>();
        for (Path file : files(input)) {
            EvaluatedSystem.Scored one = isOutputs(file) ? made(file, request, threads) : known(file, request);
            if (!packs.add(one.report().pack().reference())) {
                throw new RecipeException(UserMessage.of(
                        "eval.compare-pack-twice",
                        input.toString(),
                        one.report().pack().reference()));
            }
            scores.add(one);
        }
        return scores;
    }

    private static EvaluatedSystem.Scored known(Path file, ComparisonRequest request) throws IOException {
        if (request.release().isPresent()) {
            throw new RecipeException(UserMessage.of("eval.compare-release", file.toString()));
        }
        return new EvaluatedSystem.Scored(ScoreReport.read(file), Optional.empty());
    }

    private static EvaluatedSystem.Scored made(Path file, ComparisonRequest request, int threads) throws IOException {
        Scoring scoring = Scoring.of(
                ScoreRequest.of(file, OutputFormat.NEUTRAL, ScoreRequest.packOf(file))
                        .withPartial(request.common())
                        .withSeed(request.seed())
                        .withRelease(request.release()),
                threads);
        return new EvaluatedSystem.Scored(ScoreReport.of(scoring), Optional.of(scoring));
    }

    private static boolean isOutputs(Path file) {
        return OUTPUTS.matcher(file.getFileName().toString()).find();
    }

    private static List<Path> files(Path input) throws IOException {
        if (Files.isRegularFile(input)) {
            return List.of(input);
        }
        if (Files.isRegularFile(input.resolve(REPORT))) {
            return List.of(input.resolve(REPORT));
        }
        if (Files.isRegularFile(input.resolve(RUN))) {
            throw new RecipeException(UserMessage.of("eval.compare-unfinished", input.toString()));
        }
        List<Path> runs = list(
                input, entry -> Files.isRegularFile(entry.resolve(REPORT)) || Files.isRegularFile(entry.resolve(RUN)));
        List<Path> files = new ArrayList<>();
        for (Path run : runs) {
            files.addAll(files(run));
        }
        if (files.isEmpty()) {
            files.addAll(list(
                    input,
                    entry -> Files.isRegularFile(entry)
                            && (entry.getFileName().toString().endsWith(SUFFIX) || isOutputs(entry))));
        }
        if (files.isEmpty()) {
            throw new RecipeException(UserMessage.of("eval.compare-no-report", input.toString()));
        }
        return files;
    }

    /** Texts of some items of a score: its own when it was just made, else those of {@code items.jsonl} beside it. */
    static Optional<ItemTexts> texts(
            EvaluatedSystem.Scored score, Set<String> wanted, String metric, Map<String, Double> values)
            throws IOException {
        if (score.scoring().isPresent()) {
            return Optional.of(ItemTexts.of(score.scoring().get(), wanted));
        }
        Path items = score.report().file().resolveSibling(ITEMS);
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
        return OUTPUTS.matcher(name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name)
                .replaceFirst("");
    }
}
