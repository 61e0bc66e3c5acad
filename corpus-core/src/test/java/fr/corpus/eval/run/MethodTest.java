package fr.corpus.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.error.RecipeException;
import fr.corpus.error.RightsException;
import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.format.OutputRecords;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.score.MetricScore;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.score.Scoring;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodTest {

    private static final Traffic QUICK = new Traffic(
            4,
            java.util.OptionalLong.empty(),
            java.util.OptionalLong.empty(),
            2,
            java.time.Duration.ofMillis(1),
            Traffic.Timeouts.USUAL,
            1 << 20);

    private static final String HEAD = """
            pack: 1
            id: essai
            version: 1
            title: { fr: "Essai", en: "Trial" }
            description: { fr: "Essai.", en: "Trial." }
            task: TASK
            variety: fr
            license: { id: CC0-1.0, redistribution: bundle, declared: [ { where: ici, license: CC0-1.0 } ] }
            prompts:
              - { id: un, text: "TEXT" }
              - { id: deux, text: "Dis : TEXT" }
              - { id: trois, text: "Alors : TEXT" }
            extraction: { rule: letter }
            metrics: [ acc, acc_norm ]
            data: { items: COUNT, sha256: DIGEST }
            """;

    @TempDir
    Path folder;

    private RunRequest request(String pack) {
        return RunRequest.of(pack, "modele", folder.resolve("run"));
    }

    private static RunResult run(RunRequest request, LoopbackModel model) throws IOException, InterruptedException {
        try (EvaluationRun run = EvaluationRun.open(request)) {
            return run.execute(ServerAddress.parse(model.address()), Optional.empty(), QUICK, RunListener.SILENT);
        }
    }

    /** A pack of four items with prompts that show the choices and one that does not. */
    private String pack(boolean shows) throws IOException {
        Path pack = Files.createDirectories(folder.resolve("pack"));
        String choices = shows ? "\\n{choices}" : "";
        StringBuilder items = new StringBuilder();
        List<String> words = List.of("un", "deux", "trois", "quatorze");
        for (int i = 0; i < words.size(); i++) {
            items.append("{\"answers\":[" + i + "],\"choices\":[\"un\",\"deux\",\"trois\",\"quatorze\"],\"id\":\"i" + i
                    + "\",\"question\":\"Où est « " + words.get(i) + " » ?\",\"variety\":\"fr\"}\n");
        }
        Files.writeString(pack.resolve("items.jsonl"), items);
        Files.writeString(
                pack.resolve("pack.yaml"),
                HEAD.replace("TASK", "multiple-choice")
                        .replace("TEXT", "{question}" + choices)
                        .replace("COUNT", "4")
                        .replace("DIGEST", Sha256.of(items.toString()).hex()));
        return pack.toString();
    }

    private String pairs() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("pairs"));
        String items = "{\"bad\":\"Il allons.\",\"good\":\"Il va.\",\"id\":\"p\",\"variety\":\"fr\"}\n";
        Files.writeString(pack.resolve("items.jsonl"), items);
        Files.writeString(
                pack.resolve("pack.yaml"),
                HEAD.replace("TASK", "minimal-pairs")
                        .replace("TEXT", "A. {sentence-a} B. {sentence-b}")
                        .replace("COUNT", "1")
                        .replace("DIGEST", Sha256.of(items).hex()));
        return pack.toString();
    }

    @Test
    void weighsTheTextsOfChoicesThatThePromptDoesNotShow() throws Exception {
        try (LoopbackModel model = new LoopbackModel(LoopbackModel::echo)) {
            RunResult result = run(request(pack(false)), model);

            assertThat(result.method()).isEqualTo(RunMethod.LIKELIHOOD);
            List<OutputRecord> records = OutputRecords.read(result.outputs());
            assertThat(records).hasSize(4).noneMatch(OutputRecord::letters);
            // " un" is 3 signs, " quatorze" 9.
            assertThat(records.get(0).choices().get(0).logLikelihood()).isEqualTo(-1.5, within(0.0));
            assertThat(records.get(0).choices().get(3).logLikelihood()).isEqualTo(-4.5, within(0.0));
            assertThat(records.get(0).choices().get(3).tokens()).hasValue(1);
            assertThat(records.get(0).usage().tokensOut()).hasValue(4);
            // One request to find out, then one for each choice.
            assertThat(model.bodies()).hasSize(1 + 16);
        }
    }

    @Test
    void weighsTheLettersOfChoicesThatThePromptShows() throws Exception {
        try (LoopbackModel model = new LoopbackModel(LoopbackModel::echo)) {
            RunResult result = run(request(pack(true)), model);

            assertThat(OutputRecords.read(result.outputs())).allMatch(OutputRecord::letters);
            assertThat(model.bodies().stream().map(body -> String.valueOf(body.get("prompt"))))
                    .filteredOn(prompt -> prompt.contains("« deux »"))
                    .extracting(prompt -> prompt.substring(prompt.indexOf("quatorze")))
                    .containsExactly("quatorze A", "quatorze B", "quatorze C", "quatorze D");
            Scoring scoring = Scoring.of(ScoreRequest.of(result.outputs(), OutputFormat.NEUTRAL, pack(true)), 1);
            assertThat(scoring.metrics().get(0).signature()).contains("by:letter-logprobs");
            assertThat(scoring.metrics().get(0).value()).hasValue(25);
            assertThat(scoring.metrics().get(1).value()).isEmpty();
        }
    }

    @Test
    void weighsTheBareSentencesOfPairsWithoutTheirFirstTokenHavingNoProbability() throws Exception {
        try (LoopbackModel model = new LoopbackModel(LoopbackModel::echo)) {
            RunResult result = run(request(pairs()), model);

            OutputRecord record = OutputRecords.read(result.outputs()).get(0);
            assertThat(record.prompt().id()).contains("phrases");
            assertThat(record.letters()).isFalse();
            assertThat(record.choices().get(0).logLikelihood()).isEqualTo(-0.5 * "Il va.".length());
            assertThat(record.choices().get(1).logLikelihood()).isEqualTo(-0.5 * "Il allons.".length());
            assertThat(record.choices().get(1).tokens()).hasValue(2);
            assertThat(model.bodies()).hasSize(1 + 2);
        }
    }

    @Test
    void fallsBackToLettersThenChatThenCompletion() throws Exception {
        LoopbackModel.Behaviour noEcho = call -> call.json(400, Map.of("error", Map.of("message", "no echo")));
        try (LoopbackModel model = new LoopbackModel(call -> {
            if (call.path().endsWith("/chat/completions")) {
                call.json(200, chatWithLetters(call));
            } else {
                noEcho.on(call);
            }
        })) {
            assertThat(run(request(pack(true)), model).method()).isEqualTo(RunMethod.LETTERS);
            List<OutputRecord> records = OutputRecords.read(folder.resolve("run/outputs.jsonl"));
            assertThat(records)
                    .allMatch(record -> record.letters() && record.choices().size() == 4);
        }
        folder = Files.createDirectories(folder.resolve("b"));
        try (LoopbackModel model = new LoopbackModel(call -> {
            if (call.path().endsWith("/chat/completions")) {
                call.chat("B");
            } else {
                noEcho.on(call);
            }
        })) {
            assertThat(run(request(pack(true)), model).method()).isEqualTo(RunMethod.CHAT);
        }
        folder = Files.createDirectories(folder.resolve("c"));
        try (LoopbackModel model = new LoopbackModel(call -> {
            if (call.path().endsWith("/chat/completions")) {
                call.json(404, Map.of());
            } else if (call.body().containsKey("echo")) {
                noEcho.on(call);
            } else {
                call.json(200, Map.of("choices", List.of(Map.of("text", "B.", "finish_reason", "length"))));
            }
        })) {
            RunResult result = run(request(pack(true)), model);
            assertThat(result.method()).isEqualTo(RunMethod.COMPLETION);
            assertThat(result.cut()).isEqualTo(4);
        }
    }

    private static Map<String, ?> chatWithLetters(LoopbackModel.Call call) {
        List<Object> top = new ArrayList<>();
        if (Boolean.TRUE.equals(call.body().get("logprobs"))) {
            for (String letter : List.of("B", "A", "D", "C", "E")) {
                top.add(Map.of("token", letter, "logprob", -1.0 * letter.charAt(0)));
            }
        }
        return Map.of(
                "choices",
                List.of(Map.of(
                        "message",
                        Map.of("content", "B"),
                        "logprobs",
                        Map.of("content", List.of(Map.of("token", "B", "logprob", -0.1, "top_logprobs", top))))));
    }

    @Test
    void saysWhatAServerCannotDo() throws Exception {
        try (LoopbackModel model = LoopbackModel.saying("B")) {
            assertThatThrownBy(() -> run(request(pack(true)).with(RunMethod.LIKELIHOOD), model))
                    .isInstanceOfSatisfying(
                            RecipeException.class,
                            refused -> assertThat(refused.message().key()).isEqualTo("eval.run-no-likelihoods"));
            assertThatThrownBy(() -> run(request(pack(true)).with(RunMethod.LETTERS), model))
                    .isInstanceOfSatisfying(
                            RecipeException.class,
                            refused -> assertThat(refused.message().key()).isEqualTo("eval.run-no-letters"));
            assertThatThrownBy(() -> run(request("fr-consignes@1").with(RunMethod.LETTERS), model))
                    .isInstanceOf(RecipeException.class);
        }
    }

    @Test
    void takesNoLogProbabilityThatIsNone() throws Exception {
        List<@Nullable Object> bad = new ArrayList<>(List.of("NaN", 0.5));
        bad.add(null);
        for (Object value : bad) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(null);
            values.add(value);
            Map<String, ?> response = Map.of(
                    "choices",
                    List.of(Map.of("logprobs", Map.of("tokens", List.of("Paris", " dort"), "token_logprobs", values))));
            assertThatThrownBy(() -> EchoedTokens.of(new java.util.TreeMap<>(response)))
                    .as(String.valueOf(value))
                    .isInstanceOf(ServerFault.class);
        }
    }

    @Test
    void findsTheContinuationBehindAStartTokenAndTokensThatAreBytes() throws Exception {
        // “<s>” is no text of the prompt; the narrow space is three bytes that spell nothing.
        Map<String, Object> logprobs = new java.util.TreeMap<>();
        logprobs.put("tokens", List.of("<s>", "Oui", "\uFFFD", "\uFFFD", "\uFFFD", "?", " A", "."));
        List<@Nullable Object> values = new ArrayList<>(List.of(-1.0, -2.0, -4.0, -8.0, -16.0, -32.0, -64.0));
        values.add(0, null);
        logprobs.put("token_logprobs", values);
        logprobs.put("text_offset", List.of(0L, 3L, 6L, 6L, 6L, 7L, 8L, 10L));
        Map<String, Object> response = Map.of("choices", List.of(Map.of("logprobs", logprobs)));

        assertThat(EchoedTokens.of(new java.util.TreeMap<>(response))
                        .continuation("Oui\u202F?", " A")
                        .logLikelihood())
                .isEqualTo(-32.0);
    }

    @Test
    void givesTheSameScoresFromABatchAsFromALiveRun() throws Exception {
        RunRequest request = new RunRequest(
                "fr-varietes@1",
                List.of(),
                List.of("question", "fiche"),
                false,
                "modele",
                RunMethod.CHAT,
                Preamble.OF_THE_PACK,
                Sampling.GREEDY,
                folder.resolve("run"));
        Path batch = folder.resolve("batch.jsonl");
        int requests = BatchExport.write(request, batch);
        assertThat(requests).isEqualTo(2 * 437);
        List<String> answers = new ArrayList<>();
        List<Map<?, ?>> exported = new ArrayList<>();
        for (String line : Files.readAllLines(batch)) {
            Map<?, ?> one = (Map<?, ?>) JsonTree.parse(line.getBytes(StandardCharsets.UTF_8));
            assertThat(one).isNotNull();
            assertThat(one.get("url")).isEqualTo("/v1/chat/completions");
            Map<?, ?> body = (Map<?, ?>) one.get("body");
            exported.add(body);
            Map<String, Object> answer = Map.of(
                    "custom_id",
                    String.valueOf(one.get("custom_id")),
                    "response",
                    Map.of(
                            "status_code",
                            200L,
                            "body",
                            Map.of(
                                    "model",
                                    "modele",
                                    "choices",
                                    List.of(Map.of("message", Map.of("content", reply(body)))))));
            answers.add(new String(CanonicalJson.of(answer), StandardCharsets.UTF_8));
        }
        Collections.reverse(answers);
        Path file = Files.write(folder.resolve("answers.jsonl"), answers);

        try (LoopbackModel model = new LoopbackModel(call -> call.chat(reply(call.body())))) {
            RunResult result = run(request, model);
            assertThat(model.bodies()).containsExactlyInAnyOrderElementsOf(exported);
            Scoring live = Scoring.of(ScoreRequest.of(result.outputs(), OutputFormat.NEUTRAL, "fr-varietes@1"), 1);
            Scoring there = Scoring.of(ScoreRequest.of(file, OutputFormat.OPENAI_BATCH, "fr-varietes@1"), 1);
            assertThat(there.isComplete()).isTrue();
            assertThat(values(there)).isEqualTo(values(live));
            assertThat(there.prompts()).isEqualTo(live.prompts()).hasSize(2);
        }
    }

    private static List<?> values(Scoring scoring) {
        return scoring.metrics().stream().map(MetricScore::value).toList();
    }

    /** Some letter that depends on the question. */
    private static String reply(Map<?, ?> body) {
        int sum = String.valueOf(body.get("messages")).chars().sum();
        return PackItem.letter(sum % 4) + ".";
    }

    @Test
    void writesNoTextOfAPackThatMayNotBeRedistributed() throws Exception {
        assertThatThrownBy(() -> BatchExport.write(request("xnli-fr@1"), folder.resolve("b.jsonl")))
                .isInstanceOf(RightsException.class);
        assertThat(folder.resolve("b.jsonl")).doesNotExist();
    }

    @Test
    void saysInFrenchWhatIsWrong() {
        assertThatThrownBy(() -> ServerAddress.parse("http://moi:secret@hote/v1"))
                .isInstanceOfSatisfying(
                        RecipeException.class,
                        refused -> assertThat(refused.message().in(Locale.FRENCH))
                                .contains("n’est pas l’adresse")
                                .doesNotContain("secret"));
        for (String wrong :
                List.of("localhost:8000", "ftp://h/v1", "http://h/v1?key=secret", "http://h/v1/chat/completions")) {
            assertThatThrownBy(() -> ServerAddress.parse(wrong))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            RecipeException.class,
                            refused -> assertThat(refused.message().in(Locale.ENGLISH))
                                    .doesNotContain("secret"));
        }
    }
}
