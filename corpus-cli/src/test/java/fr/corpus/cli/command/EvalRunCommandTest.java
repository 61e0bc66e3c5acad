package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalRunCommandTest {

    private static final String ANSWER =
            "{\"model\":\"m-1\",\"choices\":[{\"message\":{\"content\":\"B.\"},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":2}}";

    @TempDir
    Path folder;

    private HttpServer server;
    private final List<String> keys = new ArrayList<>();
    private volatile int failFrom = Integer.MAX_VALUE;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean chat = exchange.getRequestURI().getPath().equals("/v1/chat/completions");
        if (chat) {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        }
        int status = !chat ? 404 : keys.size() > failFrom ? 503 : 200;
        byte[] body = (status == 200 ? ANSWER : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Ran run(Map<String, String> environment, String... more) {
        List<String> line = new ArrayList<>(List.of(
                "eval",
                "run",
                "--endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "--model",
                "m",
                "--pack",
                "fr-varietes@1",
                "--out",
                folder.resolve("run").toString(),
                "--retry-wait",
                "0.001"));
        line.addAll(List.of(more));
        return Ran.in(environment, line.toArray(String[]::new));
    }

    @Test
    void scoresARunThatIsComplete() throws IOException {
        Ran ran = run(Map.of("LANG", "fr_FR.UTF-8", "CORPUS_API_KEY", "cle-secrete"));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("fr-varietes@1", "437", "acc");
        assertThat(keys).containsOnly("Bearer cle-secrete");
        try (var files = Files.list(folder.resolve("run"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "run.json",
                            "prompts.jsonl",
                            "journal.jsonl",
                            "energy.json",
                            "outputs.jsonl",
                            "items.jsonl",
                            "report.json",
                            "report.html");
        }
        Ran verified =
                Ran.corpus("eval", "verify", folder.resolve("run/report.json").toString());
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void saysHowManyAnswersAreMissingAndGivesNoScoreThenResumes() throws IOException {
        failFrom = 100;
        Ran ran = run(Map.of("LANG", "fr_FR.UTF-8"), "--attempts", "1", "--concurrency", "1");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("339 questions sur 437 sont sans réponse", "le serveur répond 503", "Aucune note");
        assertThat(folder.resolve("run/report.json")).doesNotExist();
        assertThat(folder.resolve("run/items.jsonl")).doesNotExist();

        int port = server.getAddress().getPort();
        server.stop(0);
        Ran gone = Ran.corpus(
                "eval",
                "run",
                "--endpoint",
                "http://127.0.0.1:" + port + "/v1",
                "--model",
                "m",
                "--pack",
                "fr-varietes@1",
                "--out",
                folder.resolve("run").toString());
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).contains("339 of 437 questions have no answer: the server cannot be reached");

        start();
        failFrom = Integer.MAX_VALUE;
        int before = keys.size();
        Ran resumed = run(Map.of("LANG", "fr_FR.UTF-8"));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("98 questions ont déjà");
        assertThat(keys).hasSize(before + 339);
    }

    @Test
    void tellsTheEnergyOfTheAnswersWithItsMethodAndComputesItAgain() throws IOException {
        Ran ran = run(Map.of("LANG", "fr_FR.UTF-8"), "--energy", "params=7.3,zone=FRA");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("EcoLogits 0.11.3");
        Path report = folder.resolve("run/report.json");
        assertThat(Files.readString(report)).contains("\"answers\":437", "\"tokensOut\":874", "\"unknown\":0");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("EcoLogits 0.11.3", "41,4 g éq. CO₂/kWh", "Cette formule ne compte pas les invites");
        assertThat(Files.readString(folder.resolve("run/items.jsonl"))).contains("\"energy_wh\":{\"central\":");
        Ran verified = Ran.corpus("eval", "verify", report.toString());
        assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        Files.writeString(report, Files.readString(report).replace("\"tokensOut\":874", "\"tokensOut\":873"));
        assertThat(Ran.corpus("eval", "verify", report.toString()).code()).isEqualTo(3);
    }

    @Test
    void leavesTheEnergyUnknownWhenTheTokensAre() throws IOException {
        Path outputs = folder.resolve("sorties.jsonl");
        StringBuilder lines = new StringBuilder();
        run(Map.of());
        for (String line : Files.readAllLines(folder.resolve("run/outputs.jsonl"))) {
            lines.append(line.replaceAll(",\"tokens_out\":[0-9]+", "")).append('\n');
        }
        Files.writeString(outputs, lines);
        Ran ran = Ran.corpus(
                "eval", "score", outputs.toString(), "--pack", "fr-varietes@1", "--energy", "params=7-13,active=3");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Energy of the answers: unknown");
        for (String wrong :
                List.of("zone=FRA", "params=0", "params=7,zone=XYZ", "params=7,version=1", "params=7,fuel=oil")) {
            assertThat(Ran.corpus("eval", "score", outputs.toString(), "--pack", "fr-varietes@1", "--energy", wrong)
                            .code())
                    .as(wrong)
                    .isEqualTo(2);
        }
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(run(Map.of(), "--concurrency", "0").code()).isEqualTo(2);
        assertThat(run(Map.of(), "--method", "devine").err()).contains("likelihood, letters, chat, completion");
        assertThat(run(Map.of(), "--param", "top_p=beaucoup").code()).isEqualTo(2);
        assertThat(run(Map.of(), "--param", "model=\"x\"").code()).isEqualTo(2);
        assertThat(run(Map.of(), "--api-key-env", "ABSENTE").err()).contains("ABSENTE");
        Ran key = run(Map.of("CORPUS_API_KEY", "sk-é secret"));
        assertThat(key.code()).isEqualTo(2);
        assertThat(key.err()).contains("CORPUS_API_KEY").doesNotContain("secret");
        assertThat(keys).isEmpty();
    }
}
