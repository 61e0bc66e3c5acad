package fr.corpus.cli.command.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.corpus.cli.command.Ran;
import fr.corpus.cli.command.console.Console;
import fr.corpus.fetch.TlsTrust;
import fr.corpus.fetch.TxtLookup;
import fr.corpus.optout.DomainVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyDomainCommandTest {

    @TempDir
    Path directory;

    private String registry;
    private String id;

    @BeforeEach
    void reserveASite() {
        registry = directory.resolve("registre").toString();
        assertThat(Ran.corpus("registry", "init", registry, "--origin", "registre.exemple.fr/reservations")
                        .code())
                .isZero();
        JsonNode added = JsonMapper.shared()
                .readTree(Ran.corpus("optout", "add", registry, "--holder", "Anne", "--domain", "exemple.fr", "--json")
                        .out());
        id = added.get("reservation").asString();
    }

    @Test
    void printsTheChallengeAndWhereToPublishItWithoutAskingAnybody() {
        Ran ran = Ran.in(
                Map.of("LANG", "fr_FR.UTF-8"),
                "optout",
                "verify-domain",
                registry,
                id,
                "--domain",
                "exemple.fr",
                "--challenge");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("corpus-reservation-v1:")
                .contains("https://exemple.fr/.well-known/corpus-reservation.txt")
                .contains("_corpus-reservation.exemple.fr")
                .contains("<meta name=\"corpus-reservation\"");
    }

    @Test
    void asksNoInnerMachineAndNoTopLevelDomain() {
        for (String host : new String[] {"localhost.localdomain", "fr", "127.0.0.1"}) {
            Ran ran = Ran.corpus("optout", "verify-domain", registry, id, "--domain", host);
            assertThat(ran.code()).as(host + ran.out()).isIn(1, 2);
        }
    }

    private record Answer(int code, JsonNode json) {}

    private Answer run(InetSocketAddress server) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                false,
                Map.of());
        DomainVerifier verifier = new DomainVerifier(new DomainVerifier.World(
                "http",
                (host, port) -> List.of(server),
                TlsTrust.system(),
                TxtLookup.ofSystem(Duration.ofSeconds(1)),
                InstantSource.system()));
        int code = new CommandLine(new OptOutVerifyDomainCommand(console, verifier))
                .execute(registry, id, "--domain", "exemple.fr", "--json");
        return new Answer(code, JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void raisesTheTierOnceTheSiteShowsTheChallenge() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StringBuilder file = new StringBuilder("vide\n");
        server.createContext("/", exchange -> {
            byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            Answer absent = run(server.getAddress());
            assertThat(absent.code()).isEqualTo(3);
            assertThat(absent.json().get("proven").asBoolean()).isFalse();
            file.append(absent.json().get("challenge").asString()).append('\n');
            Answer shown = run(server.getAddress());
            assertThat(shown.code()).as(shown.json().toString()).isZero();
            assertThat(shown.json().get("type").asString()).isEqualTo("amend");
            assertThat(shown.json().get("status").asString()).isEqualTo("verified");
        } finally {
            server.stop(0);
        }
        assertThat(Ran.corpus("optout", "list", registry).out()).contains("2");
    }
}
