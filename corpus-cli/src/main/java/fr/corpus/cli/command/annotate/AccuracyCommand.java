package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.TreebankCheck;
import fr.corpus.annotate.accuracy.Accuracy;
import fr.corpus.annotate.accuracy.Score;
import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how right annotation is on gold files, layer by layer, file by file. */
@Command(name = "accuracy")
public final class AccuracyCommand implements Callable<Integer> {

    private static final int MOST_CONFUSIONS = 10;

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ModelOptions models = new ModelOptions();

    @Option(names = "--layer", paramLabel = "NAME", descriptionKey = "accuracy.layer")
    String layer = "all";

    @Option(names = "--gold", paramLabel = "FILE", arity = "1..*", required = true, descriptionKey = "accuracy.gold")
    List<Path> gold = List.of();

    @Option(names = "--raw", descriptionKey = "accuracy.raw")
    boolean raw;

    @Option(names = "--folds", paramLabel = "N", descriptionKey = "accuracy.folds")
    int folds;

    @Option(names = "--table", descriptionKey = "accuracy.table")
    boolean table;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    public AccuracyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!layer.equals("all") && !layers().contains(layer)) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of("cli.unknown-layer", layer, "all, " + String.join(", ", layers())));
        }
        boolean entities = layer.equals(EntityScores.LAYER);
        if (folds != 0 && (folds < 2 || !entities)) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.accuracy-folds", folds));
        }
        if (table && (json || raw || !layer.equals("all"))) {
            throw new UsageError.Refused(spec.commandLine(), UserMessage.of("cli.accuracy-table-alone"));
        }
        if (layer.equals(LanguageScores.LAYER)) {
            new LanguageScores(console, json).score(models.languages(), gold);
            return ExitCode.DONE;
        }
        if (layer.equals(OcrScores.LAYER)) {
            new OcrScores(console, json).score(gold);
            return ExitCode.DONE;
        }
        LayerChain.Steps steps = models.steps();
        if (entities) {
            new EntityScores(console, json, folds).score(steps, gold);
            return ExitCode.DONE;
        }
        if (table) {
            new AccuracyTable(console).print(steps, gold);
            return ExitCode.DONE;
        }
        List<Object> files = new ArrayList<>();
        for (Path file : gold) {
            Accuracy accuracy = TreebankCheck.check(steps, ConlluReader.readAll(file), raw, file.toString());
            if (json) {
                files.add(json(file, accuracy));
            } else {
                print(file, accuracy);
            }
        }
        if (json) {
            console.json(Map.of("files", files, "raw", raw));
        }
        return ExitCode.DONE;
    }

    private static List<String> layers() {
        return List.of(
                "sentences",
                "tokens",
                "words",
                "pos",
                "features",
                "lemma",
                EntityScores.LAYER,
                LanguageScores.LAYER,
                OcrScores.LAYER);
    }

    /** The scores that a layer asks for, by name. */
    private Map<String, Score> scores(Accuracy accuracy) {
        Map<String, Score> scores = new LinkedHashMap<>();
        boolean all = layer.equals("all");
        if ((all || layer.equals("sentences")) && raw) {
            scores.put("sentences", accuracy.sentences());
        }
        if ((all || layer.equals("tokens")) && raw) {
            scores.put("tokens", accuracy.tokens());
        }
        if (all || layer.equals("words")) {
            scores.put("words", accuracy.words());
        }
        if (all || layer.equals("pos")) {
            scores.put("upos", accuracy.upos());
            scores.put("upos-plain", accuracy.plainUpos());
        }
        if (all || layer.equals("features")) {
            scores.put("features", accuracy.features());
        }
        if (all || layer.equals("lemma")) {
            scores.put("lemma", accuracy.lemmas());
            scores.put("lemma-content", accuracy.contentLemmas());
        }
        return scores;
    }

    private void print(Path file, Accuracy accuracy) {
        console.out().println(file);
        console.print("cli.accuracy-head");
        scores(accuracy).forEach((name, score) -> console.out().println(ScoreView.line(name, score)));
        if (layer.equals("all") || layer.equals("pos")) {
            top(accuracy)
                    .forEach((pair, count) -> console.print("cli.accuracy-confusion", pair.replace(" ", " → "), count));
        }
    }

    private static Map<String, Integer> top(Accuracy accuracy) {
        Map<String, Integer> top = new LinkedHashMap<>();
        accuracy.confusions().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CONFUSIONS)
                .forEach(entry -> top.put(entry.getKey(), entry.getValue()));
        return top;
    }

    private Map<String, Object> json(Path file, Accuracy accuracy) {
        Map<String, Object> object = new TreeMap<>();
        object.put("gold", file.toString());
        scores(accuracy).forEach((name, score) -> {
            Map<String, Object> one = ScoreView.json(score);
            if (score.aligned() >= 0) {
                one.put("accuracy", score.accuracy());
                one.put("aligned", score.aligned());
            }
            object.put(name, one);
        });
        if (layer.equals("all") || layer.equals("pos")) {
            object.put("confusions", new TreeMap<>(accuracy.confusions()));
        }
        return object;
    }
}
