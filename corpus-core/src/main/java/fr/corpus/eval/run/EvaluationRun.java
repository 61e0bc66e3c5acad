package fr.corpus.eval.run;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.OutputRecords;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.Prompt;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.hash.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private final RunRequest request;
    private final StoredPack stored;
    private final List<Asked> questions;
    private final RunFolder folder;
    private final Journal journal;
    private final Map<String, Map<String, @Nullable Object>> answers = new LinkedHashMap<>();

    private EvaluationRun(RunRequest request) throws IOException {
        this.request = request;
        stored = PackCatalog.load().find(request.pack());
        questions = questions(stored, request);
        folder = new RunFolder(request.directory());
        Files.createDirectories(request.directory());
        journal = Journal.open(folder.journal());
    }

    /**
     * Opens the run of a directory, or a new one.
     *
     * @throws RecipeException if the pack or a prompt is not known
     * @throws fr.corpus.error.EngineException if another process has the run open
     */
    public static EvaluationRun open(RunRequest request) throws IOException {
        EvaluationRun run = new EvaluationRun(request);
        for (Map<String, @Nullable Object> line : run.journal.lines()) {
            if (line.containsKey("item_id") && !line.containsKey("error")) {
                run.answers.putIfAbsent(line.get("item_id") + "#" + line.get("prompt_id"), line);
            }
        }
        return run;
    }

    static List<Asked> questions(StoredPack stored, RunRequest request) throws IOException {
        List<Asked> questions = new ArrayList<>();
        List<Prompt> prompts = prompts(stored.pack(), request);
        List<PackItem> items = stored.items(request.data()).items();
        for (Prompt prompt : prompts) {
            for (PackItem item : items) {
                questions.add(Asked.of(item, prompt));
            }
        }
        return questions;
    }

    private static List<Prompt> prompts(Pack pack, RunRequest request) {
        if (request.allPrompts()) {
            return pack.prompts();
        }
        if (request.prompts().isEmpty()) {
            return List.of(pack.prompts().get(0));
        }
        List<Prompt> chosen = new ArrayList<>();
        for (String name : request.prompts()) {
            Prompt prompt = pack.prompt(name)
                    .orElseThrow(() -> new RecipeException(UserMessage.of(
                            "eval.run-no-prompt",
                            pack.reference(),
                            name,
                            String.join(
                                    ", ",
                                    pack.prompts().stream().map(Prompt::id).toList()))));
            if (!chosen.contains(prompt)) {
                chosen.add(prompt);
            }
        }
        return chosen;
    }

    /** Questions of the whole run: items times prompts. */
    public int total() {
        return questions.size();
    }

    /** Questions that were answered in earlier sessions, or in this one. */
    public int answered() {
        return answers.size();
    }

    /**
     * Asks what was not answered yet.
     *
     * @param key sent as a bearer token, written nowhere
     * @throws RecipeException if the directory holds a run of another model, pack or prompt, or by another method
     */
    public RunResult execute(ServerAddress address, Optional<String> key, Traffic traffic, RunListener listener)
            throws IOException, InterruptedException {
        PatientServer server = new PatientServer(
                new ModelServer(address, key, traffic),
                new Throttle(traffic.requestsPerMinute(), traffic.tokensPerMinute(), RunClock.SYSTEM),
                new Backoff(traffic.firstWait(), request.sampling().seed()),
                traffic.attempts(),
                RunClock.SYSTEM);
        RunMethod method = request.method() == RunMethod.AUTO ? RunMethod.CHAT : request.method();
        if (method == RunMethod.LIKELIHOOD) {
            throw new RecipeException(
                    UserMessage.of("eval.run-no-likelihoods", address.base().toString()));
        }
        Asking asking = new GeneratedAsking(
                server,
                request.model(),
                method,
                request.sampling(),
                stored.pack().task());
        begin(method, asking);
        List<Asked> open = questions.stream()
                .filter(one -> !answers.containsKey(one.key()))
                .toList();
        Session session = new Session(asking, this::record, listener, questions.size(), answers.size());
        session.run(open, traffic.concurrency());
        int earlier = questions.size() - open.size();
        writeOutputs();
        return new RunResult(
                questions.size(),
                answers.size(),
                earlier,
                session.failures(),
                session.lastFailure(),
                session.stopped(),
                (int) answers.values().stream()
                        .filter(line -> "length".equals(line.get("finish_reason")))
                        .count(),
                method,
                folder.outputs());
    }

    /** Writes down what is asked before the first question, or sees that it is what was begun. */
    private void begin(RunMethod method, Asking asking) throws IOException {
        List<Map<String, Object>> prompts = new ArrayList<>();
        boolean texts = stored.pack().ledger().redistribution().allowsTexts();
        for (Asked one : questions) {
            Map<String, Object> line = new TreeMap<>();
            line.put("item_id", one.item().id());
            line.put("prompt_id", one.prompt().id());
            line.put("prompt_sha256", one.sha256());
            if (texts) {
                line.put("prompt", one.text());
            }
            prompts.add(line);
        }
        StringBuilder digests = new StringBuilder();
        questions.forEach(one ->
                digests.append(one.key()).append(' ').append(one.sha256()).append('\n'));
        Map<String, @Nullable Object> plan = new TreeMap<>();
        plan.put("run", 1L);
        plan.put("model", request.model());
        plan.put("pack", stored.pack().reference());
        plan.put("packSha256", stored.digest().hex());
        plan.put("questions", (long) questions.size());
        plan.put("questionsSha256", Sha256.of(digests.toString()).hex());
        plan.put(
                "prompts",
                questions.stream().map(one -> one.prompt().id()).distinct().toList());
        plan.put("method", method.word());
        plan.put("sampling", asking.sampling());
        Map<String, @Nullable Object> begun = folder.readPlan();
        if (!begun.isEmpty()) {
            folder.agree(begun, plan);
            return;
        }
        RunFolder.write(folder.prompts(), prompts);
        RunFolder.write(folder.plan(), List.of(plan));
    }

    /** Writes an answer, or a failure, into the journal; the lock of the journal orders them. */
    private synchronized void record(Asked asked, Session.Outcome outcome) throws IOException {
        Map<String, @Nullable Object> line = new TreeMap<>();
        if (outcome.answer().isPresent()) {
            Asking.Answer answer = outcome.answer().get();
            line.putAll(OutputRecords.json(new OutputRecord(
                    asked.item().id(),
                    Optional.of(stored.pack().reference()),
                    new OutputRecord.PromptUsed(Optional.of(asked.prompt().id()), Optional.of(asked.sha256())),
                    answer.text(),
                    answer.choices(),
                    answer.letters(),
                    answer.usage(),
                    new OutputRecord.ModelRun(
                            Optional.of(request.model()), Optional.empty(), outcome.sampling(), Optional.empty()),
                    answer.finishReason())));
            line.put("attempts", (long) answer.attempts());
            answer.model().ifPresent(name -> line.put("server_model", name));
            answers.put(asked.key(), line);
        } else {
            line.put("item_id", asked.item().id());
            line.put("prompt_id", asked.prompt().id());
            line.put("error", outcome.fault().map(ServerFault::code).orElse("?"));
        }
        journal.append(line);
    }

    private void writeOutputs() throws IOException {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (Asked one : questions) {
            Map<String, @Nullable Object> line = answers.get(one.key());
            if (line != null) {
                lines.add(line);
            }
        }
        RunFolder.write(folder.outputs(), lines);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
