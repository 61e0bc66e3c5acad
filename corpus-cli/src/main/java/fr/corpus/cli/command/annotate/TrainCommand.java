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
import fr.corpus.hash.Digest;
import fr.corpus.text.language.LanguageModel;
import fr.corpus.text.language.LanguageTrainer;
import fr.corpus.text.language.TrainingTexts;
import fr.corpus.text.ocr.OcrModel;
import fr.corpus.text.ocr.OcrTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        int gold = read.gold().size();
        int silver = read.silver().size();
        save(
                model.toBytes(),
                model.digest(),
                Map.of("seed", seed, "goldSentences", gold, "silverSentences", silver),
                "cli.trained",
                Long.toString(seed),
                gold,
                silver);
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
        int languages = model.languages().size();
        int varieties = model.varieties().size() - 1;
        save(
                model.toBytes(),
                model.digest(),
                Map.of("languages", languages, "varieties", varieties),
                "cli.trained-language",
                languages,
                varieties);
    }

    /** From the clean texts {@code *.txt} in the data. */
    private void trainOcr() throws IOException {
        OcrModel model = OcrTrainer.train(data);
        save(model.toBytes(), model.digest(), Map.of(), "cli.trained-ocr");
    }

    private void trainEntities() throws IOException {
        List<GoldText> texts = EntityTraining.read(data);
        ModelFile model = EntityTraining.train(texts, seed);
        int tokens = texts.stream().mapToInt(text -> text.tokens().size()).sum();
        int entities = texts.stream().mapToInt(text -> text.entities().size()).sum();
        save(
                model.toBytes(),
                model.digest(),
                Map.of("seed", seed, "goldTokens", tokens, "goldEntities", entities),
                "cli.trained-entities",
                Long.toString(seed),
                tokens,
                entities);
    }

    /**
     * Writes a model and tells of it.
     *
     * @param figures for machines, beside those that all models have
     * @param sentence for people, its first arguments being the file, its size and the digest
     * @param more further arguments of the sentence
     */
    private void save(byte[] model, Digest digest, Map<String, ?> figures, String sentence, Object... more)
            throws IOException {
        Files.write(out, model);
        if (json) {
            Map<String, Object> object = new TreeMap<>(figures);
            object.put("kind", kind);
            object.put("file", out.toString());
            object.put("bytes", model.length);
            object.put("digest", digest.hex());
            console.json(object);
        } else {
            List<Object> told = new ArrayList<>(List.of(out.toString(), model.length, digest.hex()));
            told.addAll(List.of(more));
            console.print(sentence, told.toArray());
        }
    }
}
