package fr.corpus.eval.score;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.pack.Extraction;
import fr.corpus.eval.pack.ImportedItems;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.eval.stats.BootstrapMeans;
import fr.corpus.eval.stats.SampleMean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Scores a file of outputs against a pack. Immutable. */
public final class Scoring {

    private static final double PERCENT = 100;
    private static final int SHOWN = 5;

    private final ScoreRequest request;
    private final StoredPack stored;
    private final ImportedItems imported;
    private final ForeignOutputs file;
    private final JoinedOutputs joined;
    private final String prompt;
    private final List<ForeignOutput> outputs = new ArrayList<>();
    private final ScoreTable table;
    private final List<MetricScore> metrics;
    private final Map<String, Double> prompts = new LinkedHashMap<>();
    private final Optional<ScoreExposure> exposure;
    private final Optional<MeasuredAnswers> measured;

    private Scoring(ScoreRequest request, int threads) throws IOException {
        this.request = request;
        stored = PackCatalog.load().find(request.pack());
        imported = stored.items(request.data());
        file = OutputReader.read(request.outputs(), request.format(), request.mapping(), request.task());
        joined = new OutputJoin(stored.pack(), imported.items()).join(file);
        prompt = chosenPrompt();
        refuseMissing();
        Judge judge = Judge.of(stored.pack(), ChoiceJudge.By.of(file.outputs()));
        table = judge(judge, prompt, outputs, threads);
        Optional<String> preamble = outputs.stream()
                .findFirst()
                .flatMap(output -> output.output().prompt().preamble());
        metrics = new Summaries(table, resampling(), threads)
                .all(stored.pack().metrics()).stream()
                        .map(score -> preamble.map(score::after).orElse(score))
                        .toList();
        for (String other : joined.prompts()) {
            if (joined.prompts().size() > 1) {
                headline(other.equals(prompt) ? table : judge(judge, other, new ArrayList<>(), threads))
                        .ifPresent(score -> prompts.put(other, score));
            }
        }
        measured = request.measured().isEmpty()
                ? Optional.empty()
                : Optional.of(measured(request.measured().get()));
        exposure = request.release().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ScoreExposure.of(request.release().get(), imported.items(), table, request.seed(), threads));
    }

    /**
     * Scores a file.
     *
     * @param threads how many may work at a time
     * @throws RecipeException if the file is not what it is said to be, belongs to another pack, or lacks items and may not
     */
    public static Scoring of(ScoreRequest request, int threads) throws IOException {
        return new Scoring(request, threads);
    }

    private String chosenPrompt() {
        Set<String> given = joined.prompts();
        if (request.prompt().isPresent()) {
            String wanted = request.prompt().get();
            if (!given.contains(wanted)) {
                throw new RecipeException(UserMessage.of(
                        "eval.score-no-prompt", request.outputs().toString(), wanted, String.join(", ", given)));
            }
            return wanted;
        }
        return stored.pack().prompts().stream()
                .map(Prompt::id)
                .filter(given::contains)
                .findFirst()
                .orElseGet(() -> given.isEmpty() ? "" : given.iterator().next());
    }

    private void refuseMissing() {
        List<String> missing = missing();
        if (missing.size() == joined.items().size()) {
            throw new RecipeException(UserMessage.of(
                    "eval.score-nothing",
                    request.outputs().toString(),
                    file.failed().size()));
        }
        if (!missing.isEmpty() && !request.partial()) {
            throw new RecipeException(UserMessage.of(
                    "eval.score-missing",
                    request.outputs().toString(),
                    missing.size(),
                    joined.items().size(),
                    file.failed().size(),
                    String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size())))));
        }
    }

    private ScoreTable judge(Judge judge, String name, List<ForeignOutput> into, int threads) {
        List<PackItem> items = new ArrayList<>();
        for (int i = 0; i < joined.items().size(); i++) {
            Optional<ForeignOutput> output = joined.output(i, name);
            if (output.isPresent()) {
                items.add(joined.items().get(i));
                into.add(output.get());
            }
        }
        List<OutputRecord> records = into.stream().map(ForeignOutput::output).toList();
        return ScoreTable.judge(judge, items, records, threads);
    }

    private static Optional<Double> headline(ScoreTable table) {
        Column column = table.columns().get(0);
        if (column.kind() == Column.Kind.TEXT) {
            return Optional.ofNullable(table.texts().get(column.name())).map(one -> one.score());
        }
        double[] values = Arrays.stream(table.values()[0])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return values.length == 0
                ? Optional.empty()
                : Optional.of(PERCENT * SampleMean.of(values).mean());
    }

    Resampling resampling() {
        return new Resampling(BootstrapMeans.RESAMPLES, 0, request.seed());
    }

    /** What was asked. */
    public ScoreRequest request() {
        return request;
    }

    /** The pack. */
    public StoredPack stored() {
        return stored;
    }

    /** Its items and the files that they come from. */
    public ImportedItems imported() {
        return imported;
    }

    ForeignOutputs file() {
        return file;
    }

    /** The prompt as the tool gave it for an answered item, if its file keeps it. */
    Optional<String> given(int place) {
        return outputs.get(place).prompt().filter(text -> !text.isBlank());
    }

    ScoreTable table() {
        return table;
    }

    /** Number of items of the pack. */
    public int items() {
        return joined.items().size();
    }

    /** Number of items that were answered. */
    public int answered() {
        return table.items().size();
    }

    /** Ids of items without an output. */
    public List<String> missing() {
        return joined.missing(prompt);
    }

    /** Requests that the originating tool says failed, as {@code id: reason}. */
    public List<String> failed() {
        return file.failed();
    }

    /** Ids of items whose output is empty and that have no likelihoods; they are judged as they stand. */
    public List<String> empty() {
        List<String> empty = new ArrayList<>();
        for (int i = 0; i < table.items().size(); i++) {
            OutputRecord output = table.outputs().get(i);
            if (output.output().isBlank() && output.choices().isEmpty()) {
                empty.add(table.items().get(i).id());
            }
        }
        return empty;
    }

    /** Number of answered items in whose output no answer, or several, were found. */
    public int unextracted() {
        int count = 0;
        for (ItemDetail detail : table.details()) {
            if (detail.extraction()
                    .filter(one -> one.outcome() != Extraction.Outcome.FOUND)
                    .isPresent()) {
                count++;
            }
        }
        return count;
    }

    /** Whether every item was answered. */
    public boolean isComplete() {
        return answered() == items();
    }

    /** Names of the models that answered. */
    public Set<String> models() {
        Set<String> models = new TreeSet<>();
        outputs.forEach(output -> output.output().model().name().ifPresent(models::add));
        return models;
    }

    /** The prompt whose outputs are scored, {@code ""} when not known. */
    public String prompt() {
        return prompt;
    }

    /** The scores, the headline first. */
    public List<MetricScore> metrics() {
        return metrics;
    }

    /** The energy of the answers that are scored, when it was asked for. */
    public Optional<AnswerEnergy> energy() {
        return request.energy().map(model -> AnswerEnergy.of(model, table.outputs()));
    }

    /** What a machine was measured to spend on the answers of all prompts, when its file was given. */
    public Optional<MeasuredAnswers> measured() {
        return measured;
    }

    /** How many outputs were had while nothing was measured. */
    public long unmeasured() {
        return file.outputs().size() - measured.map(MeasuredAnswers::answers).orElse(0L);
    }

    private MeasuredAnswers measured(Path told) throws IOException {
        MeasuredAnswers read = MeasuredAnswers.read(told);
        if (read.answers() > file.outputs().size()) {
            throw new RecipeException(UserMessage.of(
                    "eval.measured-other",
                    told.toString(),
                    read.answers(),
                    request.outputs().toString(),
                    file.outputs().size()));
        }
        return read;
    }

    /** The headline by group. */
    public List<GroupScore> groups() {
        return GroupScores.of(stored.pack(), table);
    }

    /** The originating tool’s own figures. */
    public List<OriginFigure> origin() {
        return OriginFigures.of(table, outputs);
    }

    /** The headline score by prompt, when the file holds outputs of several. */
    public Map<String, Double> prompts() {
        return Collections.unmodifiableMap(prompts);
    }

    /** Which items stand in the release that was asked for. */
    public Optional<ScoreExposure> exposure() {
        return exposure;
    }
}
