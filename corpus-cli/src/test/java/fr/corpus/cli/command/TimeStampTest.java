package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.corpus.tlog.SignedNote;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Both logs of a registry dated by an authority over HTTP; receipts and proofs checked with its tokens, as people type it. */
class TimeStampTest {

    @TempDir
    Path folder;

    private OpenSslAuthority authority;
    private HttpServer server;
    private String registry;
    private String policy;
    private String certificates;
    private String id;

    @BeforeEach
    void stampBothLogsAndProve() throws IOException {
        authority = new OpenSslAuthority(Files.createDirectory(folder.resolve("autorite")));
        certificates = authority.certificate().toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsa", exchange -> {
            byte[] answer = authority.stamp(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        registry = path("registry");
        policy = path("registry/policy.txt");
        Ran.ok("registry", "init", registry, "--origin", "registre.exemple.fr/reservations");
        id = Ran.ok("optout", "add", registry, "--holder", "Anne", "--isbn", "9782070360024", "--json")
                .json()
                .get("reservation")
                .asString();
        Path recipe = MadeUpPages.write(
                folder, MadeUpPages.line("libre", "Une page libre, assez longue pour être gardée.", "https://a.fr/1"));
        Ran.ok("build", recipe.toString(), "--out", path("v1"), "--registry", registry, "--quiet");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode cosign() {
        return Ran.ok("registry", "cosign", registry, "--tsa", address(), "--tsa-certificates", certificates, "--json")
                .json();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tsa";
    }

    private Ran verifyProof(String token, String trusted, String... more) {
        String[] all = new String[8 + more.length];
        String[] start = {
            "verify-proof", path("preuve"), "--policy", policy, "--tsa-token", token, "--tsa-certificates", trusted
        };
        System.arraycopy(start, 0, all, 0, 8);
        System.arraycopy(more, 0, all, 8, more.length);
        return Ran.corpus(all);
    }

    @Test
    void aTokenOverTheLogOfReleasesDatesAProofAndNoOtherTokenDoes() throws IOException {
        JsonNode cosigned = cosign();
        String time = cosigned.at("/releases/stamped").asString();
        Ran.ok("prove", path("v1"), "--isbn", "9782070360024", "--registry", registry, "--out", path("preuve"));
        String token = path("registry/timestamps/releases/1.tsr");

        Ran dated = verifyProof(token, certificates, "--json");
        assertThat(dated.code()).as(dated.out() + dated.err()).isZero();
        assertThat(dated.json().get("stamped").asString()).isNotEmpty().isEqualTo(time);
        assertThat(dated.json().get("result").asString()).isEqualTo("absent");
        assertThat(verifyProof(token, certificates, "--lang", "fr").out()).contains(time.substring(0, 19));

        Ran ofTheOtherLog = verifyProof(path("registry/timestamps/1.tsr"), certificates, "--json");
        assertThat(ofTheOtherLog.code()).isEqualTo(3);
        assertThat(ofTheOtherLog.json().get("key").asString()).isEqualTo("tlog.timestamp-false");
        OpenSslAuthority stranger = new OpenSslAuthority(Files.createDirectory(folder.resolve("etranger")));
        assertThat(verifyProof(token, stranger.certificate().toString()).code()).isEqualTo(3);
        Path touched = folder.resolve("touche.tsr");
        byte[] bytes = Files.readAllBytes(Path.of(token));
        bytes[bytes.length - 1] ^= 1;
        Files.write(touched, bytes);
        assertThat(verifyProof(touched.toString(), certificates).code()).isEqualTo(3);
    }

    @Test
    void openSslReadsOurTokensAndTheReceiptShowsTheTime() throws IOException {
        JsonNode cosigned = cosign();
        String log = path("registry/log/checkpoint");
        Files.writeString(
                folder.resolve("texte"),
                SignedNote.parse(Files.readAllBytes(Path.of(log))).text(),
                StandardCharsets.UTF_8);
        assertThat(authority.run(
                        "ts",
                        "-verify",
                        "-data",
                        path("texte"),
                        "-in",
                        path("registry/timestamps/1.tsr"),
                        "-CAfile",
                        certificates))
                .contains("Verification: OK");
        Ran.ok("optout", "receipt", "issue", registry, id, "--out", path("r1"));
        JsonNode verified = Ran.ok(
                        "optout",
                        "receipt",
                        "verify",
                        path("r1"),
                        "--policy",
                        policy,
                        "--tsa-certificates",
                        certificates,
                        "--json")
                .json();
        assertThat(verified.get("stamped").asString())
                .isNotEmpty()
                .isEqualTo(cosigned.get("stamped").asString());
        assertThat(verified.get("promiseKept").asBoolean()).isTrue();
    }
}
