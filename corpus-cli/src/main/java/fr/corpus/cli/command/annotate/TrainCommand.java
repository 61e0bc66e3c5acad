package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.entity.EntityModel;
import fr.corpus.annotate.entity.GoldText;
import fr.corpus.annotate.model.ModelFile;
import fr.corpus.annotate.train.EntityTraining;
import fr.corpus.annotate.train.ModelTraining;
import fr.corpus.annotate.train.TrainingData;
import fr.corpus.cli.command.console.CommonOptions;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.ExitCode;
import fr.corpus.cli.command.console.UsageError;
import fr.corpus.error.UserMessage;
import fr.corpus.text.language.LanguageModel;
import fr.corpus.text.language.LanguageTrainer;
import fr.corpus.text.language.TrainingTexts;
import fr.corpus.text.ocr.OcrModel;
import fr.corpus.text.ocr.OcrTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a model of annotation from treebanks, bit for bit the same from the same files. */
@Command(name = "train")
public final class TrainCommand implements Callable<Integer> {

    private static final String LANGUAGE = "language";
    private static final String OCR = "ocr";

    private final Console console;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "sentences|pos|lemma|features|frequencies|entities|language|ocr",
            descriptionKey = "train.kind")
    String kind = "";

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "train.data")
    Path data = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "train.out")
    Path out = Path.of("");

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "train.seed")
    long seed = ModelTraining.SEED;

    @Option(names = "--without-dev", descriptionKey = "train.without-dev")
    boolean withoutDev;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Spec
    CommandSpec spec = CommandSpec.create();

    public TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (kind.equals(EntityModel.KIND)) {
            trainEntities();
            return ExitCode.DONE;
        }
        if (kind.equals(LANGUAGE)) {
            trainLanguage();
            return ExitCode.DONE;
        }
        if (kind.equals(OCR)) {
            trainOcr();
            return ExitCode.DONE;
        }
        if (!ModelTraining.KINDS.contains(kind)) {
            throw new UsageError.Refused(
                    spec.commandLine(),
                    UserMessage.of(
                            "cli.unknown-model-kind",
                            kind,
                            String.join(", ", ModelTraining.KINDS) + ", " + EntityModel.KIND + ", " + LANGUAGE + ", "
                                    + OCR));
        }
        TrainingData read = TrainingData.read(data, !withoutDev);
        ModelFile model = ModelTraining.train(kind, read, seed);
        byte[] bytes = model.toBytes();
        Files.write(out, bytes);
        if (json) {
            console.json(json(read, model, bytes.length));
        } else {
            console.print(
                    "cli.trained",
                    out.toString(),
                    bytes.length,
                    model.digest().hex(),
                    Long.toString(seed),
                    read.gold().size(),
                    read.silver().size());
        }
        return ExitCode.DONE;
    }

    /** From the folders {@code shared} and {@code debian} in the data, else from its {@code <variety>/*.txt}. */
    private void trainLanguage() throws IOException {
        Path shared = data.resolve("shared");
        Path debian = data.resolve("debian");
        LanguageModel model = Files.isDirectory(shared) && Files.isDirectory(debian)
                ? LanguageTrainer.standard()
                        .train(new TrainingTexts(Map.of("shared", shared, "debian", debian)).learnt(!withoutDev))
                : LanguageTrainer.standard().train(List.of(data));
        byte[] bytes = model.toBytes();
        Files.write(out, bytes);
        if (json) {
            console.json(new TreeMap<>(Map.of(
                    "kind",
                    kind,
                    "file",
                    out.toString(),
                    "bytes",
                    bytes.length,
                    "digest",
                    model.digest().hex(),
                    "languages",
                    model.languages().size(),
                    "varieties",
                    model.varieties().size() - 1)));
        } else {
            console.print(
                    "cli.trained-language",
                    out.toString(),
                    bytes.length,
                    model.digest().hex(),
                    model.languages().size(),
                    model.varieties().size() - 1);
        }
    }

    /** From the clean texts {@code *.txt} in the data. */
    private void trainOcr() throws IOException {
        OcrModel model = OcrTrainer.train(data);
        byte[] bytes = model.toBytes();
        Files.write(out, bytes);
        if (json) {
            console.json(new TreeMap<>(Map.of(
                    "kind",
                    kind,
                    "file",
                    out.toString(),
                    "bytes",
                    bytes.length,
                    "digest",
                    model.digest().hex())));
        } else {
            console.print(
                    "cli.trained-ocr",
                    out.toString(),
                    bytes.length,
                    model.digest().hex());
        }
    }

    private void trainEntities() throws IOException {
        List<GoldText> texts = EntityTraining.read(data);
        ModelFile model = EntityTraining.train(texts, seed);
        byte[] bytes = model.toBytes();
        Files.write(out, bytes);
        int tokens = texts.stream().mapToInt(text -> text.tokens().size()).sum();
        int entities = texts.stream().mapToInt(text -> text.entities().size()).sum();
        if (json) {
            console.json(new TreeMap<>(Map.of(
                    "kind",
                    kind,
                    "file",
                    out.toString(),
                    "bytes",
                    bytes.length,
                    "digest",
                    model.digest().hex(),
                    "seed",
                    seed,
                    "goldTokens",
                    tokens,
                    "goldEntities",
                    entities)));
        } else {
            console.print(
                    "cli.trained-entities",
                    out.toString(),
                    bytes.length,
                    model.digest().hex(),
                    Long.toString(seed),
                    tokens,
                    entities);
        }
    }

    private Map<String, Object> json(TrainingData read, ModelFile model, int bytes) {
        Map<String, Object> object = new TreeMap<>();
        object.put("kind", kind);
        object.put("file", out.toString());
        object.put("bytes", bytes);
        object.put("digest", model.digest().hex());
        object.put("seed", seed);
        object.put("goldSentences", read.gold().size());
        object.put("silverSentences", read.silver().size());
        return object;
    }
}
