package fr.corpus.cli.command.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.corpus.cli.command.OpenSslAuthority;
import fr.corpus.cli.command.Ran;
import fr.corpus.cli.command.console.Console;
import fr.corpus.cli.command.console.Failures;
import fr.corpus.fetch.TlsTrust;
import fr.corpus.fetch.TxtLookup;
import fr.corpus.optout.DomainChallenge;
import fr.corpus.optout.DomainVerifier;
import fr.corpus.optout.ReservationId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyDomainCommandTest {

    @TempDir
    Path directory;

    private final List<HttpServer> servers = new ArrayList<>();
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

    /** Standard output and error together. */
    private record Answer(int code, String printed) {

        JsonNode json() {
            return JsonMapper.shared().readTree(printed);
        }
    }

    private Answer run(String scheme, InetSocketAddress server, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                false,
                Map.of());
        DomainVerifier verifier = new DomainVerifier(new DomainVerifier.World(
                scheme,
                (host, port) -> List.of(server),
                TlsTrust.system(),
                TxtLookup.ofSystem(Duration.ofSeconds(1)),
                InstantSource.system()));
        List<String> arguments = new ArrayList<>(List.of(registry, id, "--domain", "exemple.fr", "--json"));
        arguments.addAll(List.of(more));
        String[] typed = arguments.toArray(String[]::new);
        Failures failures = new Failures(console, typed);
        int code = new CommandLine(new OptOutVerifyDomainCommand(console, verifier))
                .setExecutionExceptionHandler((failure, line, parsed) -> failures.report(failure))
                .execute(typed);
        return new Answer(code, out.toString(StandardCharsets.UTF_8));
    }

    /** Serves a text at every path until the test is over. */
    private <S extends HttpServer> S serve(S server, StringBuilder text) {
        servers.add(server);
        server.createContext("/", exchange -> {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void raisesTheTierOnceTheSiteShowsTheChallenge() throws IOException {
        StringBuilder file = new StringBuilder("vide\n");
        HttpServer server =
                serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), file);
        Answer absent = run("http", server.getAddress());
        assertThat(absent.code()).isEqualTo(3);
        assertThat(absent.json().get("proven").asBoolean()).isFalse();
        file.append(absent.json().get("challenge").asString()).append('\n');
        Answer shown = run("http", server.getAddress());
        assertThat(shown.code()).as(shown.printed()).isZero();
        assertThat(shown.json().get("type").asString()).isEqualTo("amend");
        assertThat(shown.json().get("status").asString()).isEqualTo("verified");
        assertThat(Ran.corpus("optout", "list", registry).out()).contains("2");
    }

    /** The certificate is OpenSSL's, the connection real; only the way to the machine is the test's. */
    @Test
    void believesASiteWhoseCertificateIsOfAnAuthorityGivenOnTheCommandLineAndNoOther() throws Exception {
        OpenSslAuthority authority = new OpenSslAuthority(Files.createDirectory(directory.resolve("autorite")));
        OpenSslAuthority stranger = new OpenSslAuthority(Files.createDirectory(directory.resolve("autre")));
        StringBuilder file = new StringBuilder(
                DomainChallenge.of("registre.exemple.fr/reservations", new ReservationId(id), "exemple.fr")
                        .text());
        HttpsServer right = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        right.setHttpsConfigurator(new HttpsConfigurator(authority.server("exemple.fr")));
        InetSocketAddress address = serve(right, file).getAddress();
        HttpsServer misnamed = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        misnamed.setHttpsConfigurator(new HttpsConfigurator(authority.server("autre.fr")));
        InetSocketAddress wrong = serve(misnamed, file).getAddress();
        String given = authority.certificate().toString();

        for (Answer refused : List.of(
                run("https", address),
                run(
                        "https",
                        address,
                        "--ca-certificates",
                        stranger.certificate().toString()),
                run("https", wrong, "--ca-certificates", given))) {
            assertThat(refused.code()).as(refused.printed()).isEqualTo(1);
            assertThat(refused.printed()).contains("certificate");
        }
        assertThat(Ran.corpus("optout", "show", registry, id).out()).doesNotContain("verified");
        Answer shown = run("https", address, "--ca-certificates", given);
        assertThat(shown.code()).as(shown.printed()).isZero();
        assertThat(shown.json().get("status").asString()).isEqualTo("verified");
    }
}
