package fr.corpus.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.RecipeException;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.OutputRecords;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.score.Scoring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationRunTest {

    private static final String PACK = "fr-consignes@1";

    @TempDir
    Path folder;

    private static final Traffic QUICK = new Traffic(
            4,
            OptionalLong.empty(),
            OptionalLong.empty(),
            3,
            Duration.ofMillis(1),
            new Traffic.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30)),
            1 << 16);

    private RunRequest request() {
        return RunRequest.of(PACK, "modele", folder.resolve("run")).with(RunMethod.CHAT);
    }

    private static RunResult run(RunRequest request, LoopbackModel model, Traffic traffic)
            throws IOException, InterruptedException {
        return run(request, model, traffic, Optional.empty());
    }

    private static RunResult run(RunRequest request, LoopbackModel model, Traffic traffic, Optional<String> key)
            throws IOException, InterruptedException {
        try (EvaluationRun run = EvaluationRun.open(request)) {
            return run.execute(ServerAddress.parse(model.address()), key, traffic, RunListener.SILENT);
        }
    }

    private static int items() throws IOException {
        return PackCatalog.load().find(PACK).items().size();
    }

    @Test
    void asksEveryItemOnceAndKeepsAnswersInTheOrderOfThePack() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("Bonjour à vous.")) {
            RunResult result = run(request(), model, QUICK);

            assertThat(result.isComplete()).isTrue();
            assertThat(model.bodies()).hasSize(items());
            assertThat(model.bodies().get(0))
                    .isEqualTo(Map.of(
                            "model", "modele",
                            "messages", model.bodies().get(0).get("messages"),
                            "temperature", 0L,
                            "seed", 0L,
                            "max_tokens", 2048L));
            List<OutputRecord> records = OutputRecords.read(result.outputs());
            assertThat(records.stream().map(OutputRecord::itemId))
                    .containsExactlyElementsOf(PackCatalog.load().find(PACK).items().stream()
                            .map(PackItem::id)
                            .toList());
            assertThat(records.get(0).usage().tokensOut()).hasValue(2);
            assertThat(records.get(0).output()).isEqualTo("Bonjour à vous.");
            assertThat(Files.readAllLines(folder.resolve("run/prompts.jsonl"))).hasSize(items());
            Scoring scoring = Scoring.of(ScoreRequest.of(result.outputs(), OutputFormat.NEUTRAL, PACK), 1);
            assertThat(scoring.isComplete()).isTrue();
            assertThat(scoring.models()).containsExactly("modele");
        }
    }

    @Test
    void asksNothingASecondTimeWhenAllIsAnswered() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            run(request(), model, QUICK);
            byte[] first = Files.readAllBytes(folder.resolve("run/outputs.jsonl"));
            RunResult again = run(request(), model, QUICK);

            assertThat(model.bodies()).hasSize(items());
            assertThat(again.earlier()).isEqualTo(items());
            assertThat(Files.readAllBytes(folder.resolve("run/outputs.jsonl"))).isEqualTo(first);
        }
    }

    @Test
    void keepsToTheConcurrencyThatItWasGiven() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        try (LoopbackModel model = new LoopbackModel(call -> {
            three.countDown();
            await(three);
            call.chat("Oui.");
        })) {
            run(request(), model, QUICK.withConcurrency(3));

            assertThat(model.mostUnderWay()).isEqualTo(3);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void asksAgainWhatFailedInPassing() throws Exception {
        List<LoopbackModel.Behaviour> faults = List.of(
                call -> call.json(429, Map.of("error", Map.of("message", "slow down"))),
                call -> call.json(500, Map.of()),
                LoopbackModel.Call::cut,
                call -> call.raw(200, "application/json", "{\"choices\": ["),
                call -> call.raw(200, "application/json", "{\"choices\": [{\"text\": NaN}]}"),
                call -> call.raw(200, "text/html", "<html>"),
                call -> call.json(200, Map.of("choices", List.of())));
        AtomicInteger next = new AtomicInteger();
        Map<String, Integer> seen = new java.util.concurrent.ConcurrentHashMap<>();
        try (LoopbackModel model = new LoopbackModel(call -> {
            int times = seen.merge(call.text(), 1, Integer::sum);
            if (times == 1) {
                faults.get(next.getAndIncrement() % faults.size()).on(call);
            } else {
                call.chat("Oui.");
            }
        })) {
            RunResult result = run(request(), model, QUICK);

            assertThat(result.isComplete()).isTrue();
            assertThat(result.failures()).isEmpty();
            assertThat(model.bodies()).hasSize(2 * items());
        }
    }

    @Test
    void givesAnItemUpAfterSoManyAttemptsAndAsksItAgainInTheNextSession() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        String unlucky = PackCatalog.load().find(PACK).items().get(5).texts().get(0);
        try (LoopbackModel model = new LoopbackModel(call -> {
            if (call.text().equals(unlucky)) {
                refused.incrementAndGet();
                call.json(500, Map.of());
            } else {
                call.chat("Oui.");
            }
        })) {
            RunResult result = run(request(), model, QUICK);

            assertThat(refused).hasValue(3);
            assertThat(result.missing()).isEqualTo(1);
            assertThat(result.failures()).isEqualTo(Map.of("http-500", 1));
            assertThatThrownBy(() -> Scoring.of(ScoreRequest.of(result.outputs(), OutputFormat.NEUTRAL, PACK), 1))
                    .isInstanceOf(RecipeException.class);
            model.behave(call -> call.chat("Oui."));
            int before = model.bodies().size();
            assertThat(run(request(), model, QUICK).isComplete()).isTrue();
            assertThat(model.bodies()).hasSize(before + 1);
        }
    }

    @Test
    void givesUpAtOnceWhenTheServerRefusesTheKey() throws Exception {
        try (LoopbackModel model = new LoopbackModel(call ->
                call.json(401, Map.of("error", Map.of("message", "Incorrect API key provided: cle-secrete"))))) {
            RunResult result = run(request(), model, QUICK.withConcurrency(1), Optional.of("cle-secrete"));

            assertThat(model.bodies()).hasSize(1);
            assertThat(result.stopped()).isPresent();
            String told = result.stopped().get().in(Locale.ENGLISH);
            assertThat(told).contains("401", "Incorrect API key").doesNotContain("cle-secrete");
            assertThat(result.missing()).isEqualTo(items());
        }
    }

    @Test
    void writesTheKeyNowhere() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            run(request(), model, QUICK, Optional.of("cle-secrete"));

            assertThat(model.keys()).containsOnly("Bearer cle-secrete");
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContain("cle-secrete");
                }
            }
        }
    }

    @Test
    void followsNoRedirectToAnotherHost() throws Exception {
        try (LoopbackModel other = LoopbackModel.saying("Donne la clé.");
                LoopbackModel model = new LoopbackModel(call -> {
                    call.exchange()
                            .getResponseHeaders()
                            .set("Location", "http://localhost:" + other.port() + "/v1/chat/completions");
                    call.raw(307, "text/plain", "");
                })) {
            RunResult result = run(request(), model, QUICK.withConcurrency(1), Optional.of("cle-secrete"));

            assertThat(other.bodies()).isEmpty();
            assertThat(result.stopped().orElseThrow().in(Locale.ENGLISH)).contains("localhost:" + other.port());
        }
    }

    @Test
    void readsNoMoreThanTheBoundOfABody() throws Exception {
        byte[] large = ("{\"choices\":[{\"message\":{\"content\":\"" + "a".repeat(1 << 20) + "\"}}]}")
                .getBytes(StandardCharsets.UTF_8);
        try (LoopbackModel model = new LoopbackModel(call -> call.raw(200, "application/json", large))) {
            RunResult result = run(request(), model, QUICK);

            assertThat(result.failures()).containsOnlyKeys("too-large");
            assertThat(result.answered()).isZero();
        }
    }

    @Test
    void givesUpOnAServerThatSaysNothing() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Traffic impatient = new Traffic(
                1,
                OptionalLong.empty(),
                OptionalLong.empty(),
                1,
                Duration.ofMillis(1),
                new Traffic.Timeouts(Duration.ofSeconds(5), Duration.ofMillis(60), Duration.ofSeconds(10)),
                1 << 16);
        try (LoopbackModel model = new LoopbackModel(call -> {
            if (call.number() % 2 == 0) {
                call.exchange().getResponseHeaders().set("Content-Type", "application/json");
                call.exchange().sendResponseHeaders(200, 0);
                call.exchange().getResponseBody().write('{');
                call.exchange().getResponseBody().flush();
            }
            await(end);
        })) {
            RunResult result = run(request(), model, impatient);
            end.countDown();

            assertThat(result.failures()).isEqualTo(Map.of("timeout", Session.FAILURES_IN_A_ROW));
            assertThat(result.stopped()).isPresent();
        }
    }

    @Test
    void stopsWhenTheServerIsGone() throws Exception {
        String address;
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            address = model.address();
        }
        try (EvaluationRun run = EvaluationRun.open(request())) {
            RunResult result = run.execute(ServerAddress.parse(address), Optional.empty(), QUICK, RunListener.SILENT);

            assertThat(result.stopped().orElseThrow().key()).isEqualTo("eval.run-fault-connect");
            assertThat(result.missing()).isEqualTo(items());
        }
    }

    @Test
    void refusesToGoOnWithAnotherModelPromptOrSampling() throws Exception {
        RunRequest one = request();
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            run(one, model, QUICK);
            Sampling warm = new Sampling(1, 0, java.util.OptionalInt.empty(), List.of(), Map.of());
            List<RunRequest> others = List.of(
                    new RunRequest(
                            PACK,
                            List.of(),
                            List.of(),
                            false,
                            "autre",
                            one.method(),
                            Preamble.OF_THE_PACK,
                            one.sampling(),
                            one.directory()),
                    new RunRequest(
                            PACK,
                            List.of(),
                            List.of("precision"),
                            false,
                            "modele",
                            one.method(),
                            Preamble.OF_THE_PACK,
                            one.sampling(),
                            one.directory()),
                    new RunRequest(
                            "fr-varietes@1",
                            List.of(),
                            List.of(),
                            false,
                            "modele",
                            one.method(),
                            Preamble.OF_THE_PACK,
                            one.sampling(),
                            one.directory()),
                    new RunRequest(
                            PACK,
                            List.of(),
                            List.of(),
                            false,
                            "modele",
                            one.method(),
                            Preamble.OF_THE_PACK,
                            warm,
                            one.directory()));
            for (RunRequest other : others) {
                assertThatThrownBy(() -> run(other, model, QUICK)).isInstanceOf(RecipeException.class);
            }
            assertThat(model.bodies()).hasSize(items());
        }
    }

    @Test
    void cutsATornLastLineOffAndAsksThatItemAgain() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            run(request(), model, QUICK);
            Path journal = folder.resolve("run/journal.jsonl");
            // The last line tells what the session spent; the one before is an answer.
            List<String> lines = Files.readAllLines(journal);
            byte[] whole =
                    (String.join("\n", lines.subList(0, lines.size() - 1)) + "\n").getBytes(StandardCharsets.UTF_8);
            for (int torn : List.of(1, 2, 40)) {
                Files.write(journal, java.util.Arrays.copyOf(whole, whole.length - torn));
                int before = model.bodies().size();
                assertThat(run(request(), model, QUICK).isComplete()).isTrue();
                assertThat(model.bodies()).hasSize(before + 1);
            }
        }
    }

    @Test
    void doesNotGoOnOverADamagedJournal() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            run(request(), model, QUICK);
            Path journal = folder.resolve("run/journal.jsonl");
            List<String> lines = new ArrayList<>(Files.readAllLines(journal));
            lines.set(3, lines.get(3).substring(0, 20));
            Files.write(journal, lines);

            assertThatThrownBy(() -> run(request(), model, QUICK))
                    .isInstanceOfSatisfying(
                            CorpusException.class,
                            refused -> assertThat(refused.message().in(Locale.ENGLISH))
                                    .contains("journal.jsonl:4"));
        }
    }

    @Test
    void isOneProcessesRunAtATime() throws Exception {
        try (EvaluationRun first = EvaluationRun.open(request())) {
            assertThat(first.answered()).isZero();
            assertThatThrownBy(() -> EvaluationRun.open(request()).close()).isInstanceOf(CorpusException.class);
        }
        EvaluationRun.open(request()).close();
    }

    @Test
    void asksByEveryPromptOfThePack() throws Exception {
        RunRequest all = new RunRequest(
                PACK,
                List.of(),
                List.of(),
                true,
                "modele",
                RunMethod.CHAT,
                Preamble.OF_THE_PACK,
                Sampling.GREEDY,
                folder.resolve("run"));
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            RunResult result = run(all, model, QUICK.withConcurrency(8));

            assertThat(result.total()).isEqualTo(4 * items());
            Scoring scoring = Scoring.of(ScoreRequest.of(result.outputs(), OutputFormat.NEUTRAL, PACK), 1);
            assertThat(scoring.prompts()).hasSize(4);
        }
    }

    @Test
    void toleratesAnEmptyJournalLeftByACrash() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        Files.write(folder.resolve("run/journal.jsonl"), new byte[0], StandardOpenOption.CREATE);
        try (LoopbackModel model = LoopbackModel.saying("Oui.")) {
            assertThat(run(request(), model, QUICK).isComplete()).isTrue();
        }
    }
}
