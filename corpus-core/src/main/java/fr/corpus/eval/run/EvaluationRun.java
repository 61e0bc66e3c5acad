package fr.corpus.eval.run;

import fr.corpus.energy.EnergyRecorder;
import fr.corpus.energy.MeasuredEnergy;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.OutputRecords;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.eval.pack.Task;
import fr.corpus.eval.score.JsonValues;
import fr.corpus.eval.score.MeasuredAnswers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run: the questions of a pack, put to one model, in one directory. It may take several sessions; what was answered in one is not
 * asked in the next. Confined to one thread; asks by several.
 */
public final class EvaluationRun implements Closeable {

    /** To find out what a server can do; a server that is starting is waited for by its first question. */
    private static final int ATTEMPTS_TO_TRY = 2;

    private final RunRequest request;
    private final StoredPack stored;
    private final RunFolder folder;
    private final Journal journal;
    private final Map<String, Map<String, @Nullable Object>> answers = new HashMap<>();
    private final RunEnergy energy = new RunEnergy();

    private EvaluationRun(RunRequest request) throws IOException {
        this.request = request;
        stored = PackCatalog.load().find(request.pack());
        Questions.of(stored, request, wanted());
        folder = new RunFolder(request.directory());
        Files.createDirectories(request.directory());
        journal = Journal.open(folder.journal());
        for (Map<String, @Nullable Object> line : journal.lines()) {
            energy.take(line);
            if (line.containsKey("item_id") && !line.containsKey("error")) {
                answers.putIfAbsent(line.get("item_id") + "#" + line.get("prompt_id"), line);
            }
        }
    }

    /**
     * Opens the run of a directory, or a new one.
     *
     * @throws RecipeException if the pack or a prompt is not known
     * @throws fr.corpus.error.EngineException if another process has the run open
     */
    public static EvaluationRun open(RunRequest request) throws IOException {
        return new EvaluationRun(request);
    }

    /** Questions that were answered in earlier sessions, or in this one. */
    public int answered() {
        return answers.size();
    }

    /**
     * Asks what was not answered yet.
     *
     * @param key sent as a bearer token, written nowhere
     * @throws RecipeException if the directory holds a run of another model, pack or prompt, or by another method, or the server
     *     cannot do what is wanted
     */
    public RunResult execute(ServerAddress address, Optional<String> key, Traffic traffic, RunListener listener)
            throws IOException, InterruptedException {
        ModelServer server = new ModelServer(address, key, traffic);
        RunMethod method;
        try {
            method = method(server, address, traffic, listener);
        } catch (ServerFault fault) {
            return unreached(fault);
        }
        Questions questions = Questions.of(stored, request, method);
        Asking asking = asking(patient(server, traffic, traffic.attempts()), method, questions);
        RunPlan plan = new RunPlan(stored, request, method, questions, asking.sampling());
        plan.begin(folder, !answers.isEmpty());
        List<Asked> open = questions.all().stream()
                .filter(one -> !answers.containsKey(one.key()))
                .toList();
        int earlier = questions.all().size() - open.size();
        if (earlier > 0 && !open.isEmpty()) {
            try {
                models(server);
            } catch (ServerFault fault) {
                return unreached(fault);
            }
        }
        Session session = new Session(
                asking,
                (asked, outcome) -> record(asked, outcome, questions, asking.sampling()),
                listener,
                questions.all().size(),
                earlier);
        Optional<MeasuredEnergy> measured = measured(session, open, traffic, address);
        energy.write(folder.energy());
        int answered = writeOutputs(questions.all());
        return new RunResult(
                questions.all().size(),
                answered,
                earlier,
                session.failures(),
                session.lastFailure(),
                session.stopped(),
                (int) answers.values().stream()
                        .filter(line -> "length".equals(line.get("finish_reason")))
                        .count(),
                method,
                measured,
                folder.outputs());
    }

    /** Runs a session and measures what this machine spends on it, when it is the one that answers. */
    private Optional<MeasuredEnergy> measured(Session session, List<Asked> open, Traffic traffic, ServerAddress address)
            throws IOException, InterruptedException {
        if (open.isEmpty() || !address.isThisMachine()) {
            session.run(open, traffic.concurrency());
            return Optional.empty();
        }
        int before = answers.size();
        try (EnergyRecorder recorder = EnergyRecorder.open()) {
            session.run(open, traffic.concurrency());
            MeasuredEnergy spent = recorder.soFar();
            Map<String, @Nullable Object> line = RunEnergy.line(new MeasuredAnswers(answers.size() - before, spent));
            journal.append(line);
            energy.take(line);
            return Optional.of(spent);
        }
    }

    private PatientServer patient(ModelServer server, Traffic traffic, int attempts) {
        return new PatientServer(
                server,
                new Throttle(traffic.requestsPerMinute(), traffic.tokensPerMinute(), RunClock.SYSTEM),
                new Backoff(traffic.firstWait(), request.sampling().seed()),
                attempts,
                RunClock.SYSTEM);
    }

    private Asking asking(PatientServer server, RunMethod method, Questions questions) {
        Sampling sampling = questions.sampling(request, method);
        Task task = stored.pack().task();
        return method == RunMethod.LIKELIHOOD
                ? new LikelihoodAsking(server, request.model(), sampling)
                : new GeneratedAsking(server, request.model(), method, sampling, task);
    }

    /** The method that the run was begun with, else what the server can do. */
    private RunMethod method(ModelServer server, ServerAddress address, Traffic traffic, RunListener listener)
            throws IOException, ServerFault, InterruptedException {
        Optional<RunMethod> begun =
                JsonValues.text(folder.readPlan().get("method")).flatMap(RunMethod::of);
        if (begun.isPresent() && request.method() == RunMethod.AUTO) {
            return begun.get();
        }
        if (begun.isPresent()) {
            return request.method();
        }
        models(server).ifPresent(known -> {
            if (!known.isEmpty() && !known.contains(request.model())) {
                listener.onNotice(UserMessage.of(
                        "eval.run-unknown-model",
                        request.model(),
                        String.join(", ", known.subList(0, Math.min(known.size(), 10)))));
            }
        });
        int attempts = Math.min(ATTEMPTS_TO_TRY, traffic.attempts());
        return new MethodChoice(patient(server, traffic, attempts), request.model(), request.sampling())
                .settle(request.method(), stored.pack().task(), hasPreamble(), address);
    }

    private boolean hasPreamble() {
        return Questions.examples(stored.pack(), request) > 0
                || request.preamble().system().isPresent();
    }

    /** The models that a server lists, if it does. */
    private static Optional<List<String>> models(ModelServer server) throws ServerFault, InterruptedException {
        try {
            List<String> names = new ArrayList<>();
            for (Object one : JsonValues.list(server.get("models").get("data"))) {
                JsonValues.text(JsonValues.map(one).get("id")).ifPresent(names::add);
            }
            return Optional.of(names);
        } catch (ServerFault fault) {
            if (fault.code().equals("connect")
                    || fault.code().equals("tls")
                    || fault.code().equals("http-401")) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    /** What can be said of the method before a server is asked. */
    private RunMethod wanted() {
        return request.method() == RunMethod.AUTO ? RunMethod.CHAT : request.method();
    }

    private RunResult unreached(ServerFault fault) throws IOException {
        RunMethod method = wanted();
        return new RunResult(
                Questions.of(stored, request, method).all().size(),
                answers.size(),
                answers.size(),
                Map.of(),
                Optional.empty(),
                Optional.of(fault.reason()),
                0,
                method,
                Optional.empty(),
                folder.outputs());
    }

    /** Writes an answer, or a failure, into the journal. */
    private void record(
            Asked asked, Session.Outcome outcome, Questions questions, Map<String, @Nullable Object> sampling)
            throws IOException {
        Map<String, @Nullable Object> line = new TreeMap<>();
        if (outcome.answer().isPresent()) {
            Asking.Answer answer = outcome.answer().get();
            line.putAll(OutputRecords.json(record(asked, answer, questions)));
            line.put("sampling", sampling);
            line.put("attempts", (long) answer.attempts());
            answer.model().ifPresent(name -> line.put("server_model", name));
        } else {
            line.put("item_id", asked.item().id());
            line.put("prompt_id", asked.prompt().id());
            line.put("error", outcome.fault().map(ServerFault::code).orElse("?"));
        }
        journal.append(line);
        if (outcome.answer().isPresent()) {
            synchronized (answers) {
                answers.put(asked.key(), line);
            }
        }
    }

    private OutputRecord record(Asked asked, Asking.Answer answer, Questions questions) {
        return new OutputRecord(
                asked.item().id(),
                Optional.of(stored.pack().reference()),
                new OutputRecord.PromptUsed(
                        Optional.of(asked.prompt().id()), Optional.of(asked.sha256()), questions.preamble()),
                answer.text(),
                answer.choices(),
                answer.letters(),
                answer.usage(),
                new OutputRecord.ModelRun(Optional.of(request.model()), Optional.empty(), Map.of(), Optional.empty()),
                answer.finishReason());
    }

    /** Writes what was answered so far in the order of the questions, and says how many these are. */
    private int writeOutputs(List<Asked> questions) throws IOException {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (Asked one : questions) {
            Map<String, @Nullable Object> line = answers.get(one.key());
            if (line != null) {
                lines.add(line);
            }
        }
        JsonLines.write(folder.outputs(), lines);
        return lines.size();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
