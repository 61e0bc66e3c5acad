package fr.corpus.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.eval.compare.Comparison;
import fr.corpus.eval.compare.ComparisonRequest;
import fr.corpus.eval.pack.FewShotRule;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.score.Scoring;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreambleTest {

    private static final String TOLD = "Vous répondez par une lettre.\nRien d’autre.";

    private static final Traffic QUICK = new Traffic(
            4, OptionalLong.empty(), OptionalLong.empty(), 2, Duration.ofMillis(1), Traffic.Timeouts.USUAL, 1 << 16);

    @TempDir
    Path folder;

    /** The folder of a pack of eight questions with three choices. */
    private String pack;

    @BeforeEach
    void makePack() throws Exception {
        pack = TinyPack.choices(folder.resolve("choix"), 8);
    }

    private RunRequest request(String pack, RunMethod method, int examples, String told) {
        return request(pack, method, examples, told, "run");
    }

    private RunRequest request(String pack, RunMethod method, int examples, String told, String name) {
        return RunRequest.of(pack, "modele", folder.resolve(name))
                .with(method)
                .with(new Preamble(OptionalInt.of(examples), told.isEmpty() ? Optional.empty() : Optional.of(told)));
    }

    private static RunResult run(RunRequest request, LoopbackModel model) throws Exception {
        try (EvaluationRun run = EvaluationRun.open(request)) {
            return run.execute(ServerAddress.parse(model.address()), Optional.empty(), QUICK, progress -> {});
        }
    }

    private static Scoring score(RunRequest request, RunResult result) throws Exception {
        return RunScore.write(request, result, Optional.empty(), Locale.ROOT, 1);
    }

    private Map<String, PackItem> items() throws Exception {
        Map<String, PackItem> items = new HashMap<>();
        PackCatalog.load().find(pack).items().forEach(item -> items.put(item.id(), item));
        return items;
    }

    private static List<Map<?, ?>> lines(Path file) throws Exception {
        List<Map<?, ?>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add((Map<?, ?>) JsonTree.parse(line.getBytes(StandardCharsets.UTF_8)));
        }
        return lines;
    }

    private static String message(List<?> messages, int place, String field) {
        return String.valueOf(((Map<?, ?>) messages.get(place)).get(field));
    }

    /** The examples of each question, by the question’s text. */
    private Map<String, List<PackItem>> examples() throws Exception {
        Map<String, PackItem> items = items();
        Map<String, List<PackItem>> examples = new HashMap<>();
        for (Map<?, ?> line : lines(folder.resolve("run/prompts.jsonl"))) {
            List<PackItem> own = new ArrayList<>();
            ((List<?>) line.get("examples")).forEach(id -> own.add(items.get(id)));
            examples.put(String.valueOf(line.get("prompt")), own);
        }
        return examples;
    }

    private String question(PackItem item) throws Exception {
        return PackCatalog.load().find(pack).pack().prompts().get(0).render(item);
    }

    private static String letter(PackItem item) {
        return "Réponse : "
                + PackItem.letter(((PackItem.MultipleChoice) item).answers().get(0));
    }

    @Test
    void examplesAreTurnsOfAChatBehindTheSystemPrompt() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("A")) {
            RunRequest request = request(pack, RunMethod.CHAT, 2, TOLD);
            run(request, model);
            Map<String, List<PackItem>> examples = examples();
            assertThat(model.bodies()).hasSize(8);
            for (Map<?, ?> body : model.bodies()) {
                List<?> messages = (List<?>) body.get("messages");
                assertThat(messages).hasSize(6);
                assertThat(message(messages, 0, "role")).isEqualTo("system");
                assertThat(message(messages, 0, "content")).isEqualTo(TOLD);
                List<PackItem> own = examples.get(message(messages, 5, "content"));
                for (int i = 0; i < 2; i++) {
                    assertThat(message(messages, 1 + 2 * i, "role")).isEqualTo("user");
                    assertThat(message(messages, 1 + 2 * i, "content")).isEqualTo(question(own.get(i)));
                    assertThat(message(messages, 2 + 2 * i, "role")).isEqualTo("assistant");
                    assertThat(message(messages, 2 + 2 * i, "content")).isEqualTo(letter(own.get(i)));
                }
            }
        }
    }

    @Test
    void precedesWhatIsWeighed() throws Exception {
        try (LoopbackModel model = new LoopbackModel(LoopbackModel::echo)) {
            run(request(pack, RunMethod.LIKELIHOOD, 1, TOLD), model);
            Map<String, List<PackItem>> examples = examples();
            int checked = 0;
            for (Map<?, ?> body : model.bodies()) {
                String prompt = String.valueOf(body.get("prompt"));
                String asked = prompt.substring(prompt.lastIndexOf("\n\n") + 2);
                if (prompt.endsWith(" A") && examples.containsKey(asked.substring(0, asked.length() - 2))) {
                    PackItem example =
                            examples.get(asked.substring(0, asked.length() - 2)).get(0);
                    assertThat(prompt)
                            .isEqualTo(TOLD + "\n\n" + question(example) + " " + letter(example) + "\n\n" + asked);
                    checked++;
                }
            }
            assertThat(checked).isEqualTo(8);
        }
    }

    @Test
    void aCompletionEndsWhereAnotherExampleWouldBegin() throws Exception {
        LoopbackModel.Behaviour words = call -> call.json(200, Map.of("choices", List.of(Map.of("text", " A"))));
        try (LoopbackModel model = new LoopbackModel(words)) {
            run(request(pack, RunMethod.COMPLETION, 1, ""), model);
            assertThat(model.bodies())
                    .allSatisfy(body -> assertThat(body.get("stop")).isEqualTo(List.of("\n\n")));
            run(request(pack, RunMethod.COMPLETION, 0, "", "bare"), model);
            assertThat(model.bodies().get(model.bodies().size() - 1).containsKey("stop"))
                    .isFalse();
        }
    }

    @Test
    void aScoreSaysWhatWasReadBeforeAndIsNotComparedWithAnother() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("A")) {
            List<Path> reports = new ArrayList<>();
            List<String> signatures = new ArrayList<>();
            for (int examples = 0; examples < 3; examples++) {
                RunRequest request = request(pack, RunMethod.CHAT, examples, "", "run" + examples);
                signatures.add(
                        score(request, run(request, model)).metrics().get(0).signature());
                reports.add(request.directory());
            }
            assertThat(signatures.get(0)).doesNotContain("preamble");
            assertThat(signatures.get(1)).containsPattern("\\|preamble:1-shot-[0-9a-f]{16}$");
            assertThat(signatures.get(2)).containsPattern("\\|preamble:2-shot-[0-9a-f]{16}$");
            for (int other = 1; other < 3; other++) {
                List<Path> two = List.of(reports.get(0), reports.get(other));
                String signature = signatures.get(other);
                assertThatThrownBy(() -> Comparison.of(ComparisonRequest.of(two), 1))
                        .isInstanceOfSatisfying(
                                RecipeException.class,
                                e -> assertThat(e.message().toString()).contains(signature));
            }
        }
    }

    /** By the words of docs/formats/eval-run.md, “Name”. */
    private String named(int count, String told, Path run) throws Exception {
        Map<String, PackItem> items = items();
        StringBuilder lines =
                new StringBuilder(told.isEmpty() ? "\n" : Sha256.of(told).hex() + "\n");
        for (Map<?, ?> line : lines(run.resolve("prompts.jsonl"))) {
            if (line.get("examples") instanceof List<?> ids) {
                List<String> digests =
                        ids.stream().map(id -> items.get(id).digest().hex()).toList();
                lines.append(line.get("item_id") + " " + String.join(",", digests) + "\n");
            }
        }
        return count + "-shot-" + Sha256.of(lines.toString()).hex().substring(0, 16);
    }

    @Test
    void isNamedByAllThatIsReadAndNothingElse() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("A")) {
            for (int examples = 0; examples < 3; examples += 2) {
                for (String told : List.of("", TOLD)) {
                    RunRequest request =
                            request(pack, RunMethod.CHAT, examples, told, "run" + examples + told.length());
                    run(request, model);
                    Object name = examples == 0 && told.isEmpty() ? null : named(examples, told, request.directory());
                    assertThat(lines(request.directory().resolve("outputs.jsonl")))
                            .hasSize(8)
                            .allSatisfy(line -> assertThat(line.get("preamble")).isEqualTo(name));
                }
            }
        }
    }

    private List<Map<?, ?>> exported(RunMethod method, long seed, List<String> stop) throws Exception {
        RunRequest usual = request(pack, method, 2, "");
        Path batch = folder.resolve("lot.jsonl");
        BatchExport.write(
                new RunRequest(
                        pack,
                        usual.data(),
                        usual.prompts(),
                        false,
                        usual.model(),
                        method,
                        usual.preamble(),
                        new Sampling(0, seed, OptionalInt.empty(), stop, Map.of()),
                        usual.directory()),
                batch);
        return lines(batch);
    }

    @Test
    void theSeedDrawsTheExamplesAndTheUserSaysWhereACompletionEnds() throws Exception {
        Object first = exported(RunMethod.CHAT, 1, List.of()).get(0).get("custom_id");
        assertThat(exported(RunMethod.CHAT, 1, List.of()).get(0).get("custom_id"))
                .isEqualTo(first);
        assertThat(exported(RunMethod.CHAT, 2, List.of()).get(0).get("custom_id"))
                .isNotEqualTo(first);
        assertThat(exported(RunMethod.COMPLETION, 1, List.of("Question")))
                .allSatisfy(line ->
                        assertThat(((Map<?, ?>) line.get("body")).get("stop")).isEqualTo(List.of("Question")));
    }

    @Test
    void hasNoNumberOfExamplesThatCannotBe() {
        for (int count : List.of(-1, FewShotRule.MOST + 1)) {
            assertThatThrownBy(() -> new Preamble(OptionalInt.of(count), Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(count));
        }
    }

    @Test
    void anotherPreambleIsAnotherRun() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("A")) {
            run(request(pack, RunMethod.CHAT, 1, ""), model);
            int asked = model.bodies().size();
            assertThat(run(request(pack, RunMethod.CHAT, 1, ""), model).earlier())
                    .isEqualTo(asked);
            for (RunRequest other : List.of(
                    request(pack, RunMethod.CHAT, 0, ""),
                    request(pack, RunMethod.CHAT, 2, ""),
                    request(pack, RunMethod.CHAT, 1, TOLD))) {
                assertThatThrownBy(() -> run(other, model)).isInstanceOf(RecipeException.class);
            }
            assertThat(model.bodies()).hasSize(asked);
        }
    }

    @Test
    void aBatchCarriesThePreambleToItsScore() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("B")) {
            RunRequest request = request(pack, RunMethod.CHAT, 3, TOLD);
            Scoring live = score(request, run(request, model));
            Path batch = folder.resolve("batch.jsonl");
            BatchExport.write(request, batch);
            List<String> answers = new ArrayList<>();
            for (Map<?, ?> line : lines(batch)) {
                assertThat(model.bodies().contains(line.get("body"))).isTrue();
                answers.add(new String(
                        CanonicalJson.of(Map.of(
                                "custom_id",
                                String.valueOf(line.get("custom_id")),
                                "response",
                                Map.of(
                                        "status_code",
                                        200L,
                                        "body",
                                        Map.of("choices", List.of(Map.of("message", Map.of("content", "B"))))))),
                        StandardCharsets.UTF_8));
            }
            Path answered = folder.resolve("answers.jsonl");
            Files.write(answered, answers);
            Scoring elsewhere = Scoring.of(ScoreRequest.of(answered, OutputFormat.OPENAI_BATCH, pack), 1);
            String tail = live.metrics().get(0).signature().replaceFirst(".*\\|preamble:", "");
            assertThat(tail).startsWith("3-shot-");
            assertThat(elsewhere.metrics().get(0).signature()).endsWith("|preamble:" + tail);
            assertThat(elsewhere.metrics().get(0).value())
                    .isEqualTo(live.metrics().get(0).value());

            answers.set(0, answers.get(0).replace(tail, tail.replace("3-shot", "2-shot")));
            Files.write(answered, answers);
            assertThatThrownBy(() -> Scoring.of(ScoreRequest.of(answered, OutputFormat.OPENAI_BATCH, pack), 1))
                    .isInstanceOfSatisfying(
                            RecipeException.class,
                            e -> assertThat(e.message().key()).isEqualTo("eval.join-preambles"));
        }
    }

    @Test
    void refusesWhatCannotBeShown() throws Exception {
        assertRefused(request("fr-consignes@1", RunMethod.CHAT, 1, ""), "eval.run-no-answers");
        assertRefused(request(pack, RunMethod.CHAT, 8, ""), "eval.run-few-examples");
        assertRefused(request("fr-morphosyntaxe@1", RunMethod.LIKELIHOOD, 1, ""), "eval.run-bare-sentences");
        assertRefused(request("fr-morphosyntaxe@1", RunMethod.LIKELIHOOD, 0, TOLD), "eval.run-bare-sentences");
    }

    private static void assertRefused(RunRequest request, String key) {
        assertThatThrownBy(() -> EvaluationRun.open(request).close())
                .isInstanceOfSatisfying(
                        CorpusException.class,
                        e -> assertThat(e.message().key()).isEqualTo(key));
    }

    @Test
    void aPackMayBringItsExamplesAndSayHowMany() throws Exception {
        String example = """
                {"answers":["Lyon"],"id":"x1","question":"Où sommes-nous ?","variety":"fr"}
                """;
        String items = """
                {"answers":["oui"],"id":"a","question":"Pleut-il ?","variety":"fr"}
                """;
        String rule = "few-shot: { count: 1, from: exemples.jsonl, sha256: %s }";
        String own = TinyPack.write(
                folder.resolve("textes"),
                items,
                "short-answer",
                "{question}",
                "first-line",
                "em",
                rule.formatted(Sha256.of(example).hex()));
        Files.writeString(Path.of(own).resolve("exemples.jsonl"), example);
        RunRequest asThePackSays =
                RunRequest.of(own, "modele", folder.resolve("run")).with(RunMethod.CHAT);
        try (LoopbackModel model = LoopbackModel.saying("oui")) {
            assertThat(run(asThePackSays, model).isComplete()).isTrue();
            List<?> messages = (List<?>) model.bodies().get(0).get("messages");
            assertThat(message(messages, 0, "content")).isEqualTo("Où sommes-nous ?");
            assertThat(message(messages, 1, "content")).isEqualTo("Réponse : Lyon");
            assertThat(message(messages, 2, "content")).isEqualTo("Pleut-il ?");
        }
        TinyPack.write(
                folder.resolve("textes"),
                items.replace("Pleut-il ?", "ou sommes nous"),
                "short-answer",
                "{question}",
                "first-line",
                "em",
                rule.formatted(Sha256.of(example).hex()));
        assertRefused(asThePackSays, "eval.run-few-examples");
        TinyPack.write(
                folder.resolve("textes"),
                items,
                "short-answer",
                "{question}",
                "first-line",
                "em",
                rule.formatted(Sha256.of("autre").hex()));
        assertThatThrownBy(() -> EvaluationRun.open(asThePackSays)).isInstanceOf(IntegrityException.class);
    }
}
