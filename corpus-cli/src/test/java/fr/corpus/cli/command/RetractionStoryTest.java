package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The whole story as its people type it: register, receipt, build, prove, verify, reserve later, retract, synchronize a copy over
 * the web, attest, verify; once on the embedded database and once on a PostgreSQL server.
 */
class RetractionStoryTest {

    private static final long SEED = 20261124;
    private static final Logger LOGGER = Logger.getLogger("io.zonky.test");

    @TempDir
    Path folder;

    private String registry;
    private String policy;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aLaterOptOutReachesTheCopies(String database) throws IOException {
        if (database.equals("sqlite")) {
            tell(List.of());
            return;
        }
        try (EmbeddedPostgres server = postgres()) {
            tell(List.of("--database", server.getJdbcUrl("postgres", "postgres")));
        }
    }

    private static EmbeddedPostgres postgres() {
        LOGGER.setLevel(Level.WARNING);
        try {
            return EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            return Assumptions.abort("PostgreSQL cannot be started here: " + e.getMessage());
        }
    }

    private void tell(List<String> database) throws IOException {
        registry = path("registre");
        policy = path("registre/policy.txt");
        List<String> init =
                new ArrayList<>(List.of("registry", "init", registry, "--origin", "registre.exemple.fr/reservations"));
        init.addAll(database);
        Ran.ok(init.toArray(String[]::new));
        Path recipe = writeCorpus();

        // Register, receipt.
        Ran.ok(
                "optout",
                "add",
                registry,
                "--holder",
                "Éditions Exemple",
                "--isbn",
                "9782070360024",
                "--out",
                path("r1"));
        Ran.ok("optout", "receipt", "verify", path("r1"), "--policy", policy);

        // Build, prove, verify.
        String v1 = path("v1");
        Ran.ok("build", recipe.toString(), "--out", v1, "--registry", registry, "--quiet");
        Ran.ok("prove", v1, "--isbn", "9782070360024", "--out", path("isbn.json"));
        assertThat(Ran.ok("verify-proof", path("isbn.json"), "--policy", policy).out())
                .contains("ABSENT");
        Ran.ok("prove", v1, "--url", "https://exemple.fr/poemes/*", "--out", path("avant.json"));
        assertThat(Ran.ok("verify-proof", path("avant.json"), "--policy", policy)
                        .out())
                .contains("PRESENT");
        String copy = path("ma-copie");
        copy(Path.of(v1), Path.of(copy));
        assertThat(Ran.ok("show", v1, "--registry", registry).err()).doesNotContain("stale");

        // Nothing to retract yet.
        assertThat(Ran.ok("retract", v1, "--registry", registry, "--out", path("rien"))
                        .out())
                .contains("Nothing in");
        assertThat(Path.of(path("rien"))).doesNotExist();

        // A later opt-out, retraction.
        Ran.ok(
                "optout",
                "add",
                registry,
                "--holder",
                "Anne Exemple",
                "--url",
                "https://exemple.fr/poemes/*",
                "--out",
                path("r3"));
        String v11 = path("v1.1");
        JsonNode retracted = Ran.ok("retract", v1, "--registry", registry, "--out", v11, "--json")
                .json();
        assertThat(retracted.get("retracted").asInt()).isEqualTo(2);
        assertThat(retracted.get("clustersBanned").asInt()).isEqualTo(1);
        assertThat(retracted.get("noticeLeft").asBoolean()).isTrue();
        Ran.ok("verify", v11);
        Ran.ok("audit", v11);
        Ran.ok("prove", v11, "--url", "https://exemple.fr/poemes/*", "--out", path("apres.json"));
        assertThat(Ran.ok("verify-proof", path("apres.json"), "--policy", policy)
                        .out())
                .contains("ABSENT");
        assertThat(Ran.ok("show", v11, "--doc", "poeme-0").out()).contains("rights.optout@1");

        // The same as a build under the registry of now.
        Ran.ok("build", recipe.toString(), "--out", path("neuf"), "--registry", registry, "--quiet");
        assertThat(Ran.ok("show", path("neuf"), "--json").json().get("root")).isEqualTo(retracted.get("root"));

        everyVerbSaysThatTheCopyIsStale(v1, v11, retracted.get("supersededBy").asString());
        synchronizeAndAttest(copy, v11, retracted);
    }

    private void everyVerbSaysThatTheCopyIsStale(String v1, String v11, String successor) throws IOException {
        for (String[] verb : new String[][] {
            {"show", v1},
            {"show", v1, "--doc", "poeme-0"},
            {"verify", v1},
            {"audit", v1},
            {"diff", v1, v11},
            {"prove", v1, "--host", "exemple.fr", "--out", path("vieux.json")}
        }) {
            assertThat(Ran.ok(verb).err()).as(String.join(" ", verb)).contains("v1 is stale", successor);
        }
        assertThat(Ran.ok("sync", path("copie-de-v1"), "--from", v1, "--quiet").err())
                .contains("copie-de-v1 is stale", successor);
        JsonNode shown = Ran.ok("show", v1, "--json").json();
        assertThat(shown.get("stale").asBoolean()).isTrue();
        Path reader = folder.resolve("suite.yaml");
        Files.writeString(reader, """
                recipe: 1
                name: suite
                sources: [ { id: avant, format: parquet, paths: v1/data/*.parquet, license-field: license,
                    fields: { id: id, text: text, uri: uri } } ]
                steps: [ { use: dedup.exact@1 } ]
                """);
        JsonNode built = Ran.ok("build", reader.toString(), "--out", path("suite"), "--quiet", "--json")
                .json();
        assertThat(built.get("staleSources").get(0).asString()).endsWith("v1");
        assertThat(shown.get("supersededBy").asString()).isEqualTo(successor);
        assertThat(Ran.ok("verify", v11, "--registry", registry, "--json")
                        .json()
                        .get("stale")
                        .asBoolean())
                .isFalse();
        assertThat(Ran.ok("verify", v11, "--json").json().has("stale")).isFalse();
    }

    private void synchronizeAndAttest(String copy, String v11, JsonNode retracted) throws IOException {
        String attestation = path("attestation.json");
        HttpServer server = serve(Path.of(v11));
        try {
            String from = "http://localhost:" + server.getAddress().getPort() + "/corpus/v1.1";
            JsonNode synced = Ran.ok(
                            "sync",
                            copy,
                            "--from",
                            from,
                            "--policy",
                            policy,
                            "--attest",
                            attestation,
                            "--holder-name",
                            "Laboratoire d’Exemple",
                            "--key",
                            path("cle"),
                            "--json")
                    .json();
            assertThat(synced.get("removed").asInt()).isEqualTo(2);
            assertThat(synced.get("before")).isEqualTo(retracted.get("manifest"));
            assertThat(synced.get("after")).isEqualTo(retracted.get("supersededBy"));
            assertThat(synced.get("sound").asBoolean()).isTrue();
            assertThat(Ran.ok("sync", copy, "--from", from).out()).contains("is up to date");
        } finally {
            server.stop(0);
        }
        Ran.ok("verify", copy);
        Ran.ok("audit", copy);
        assertThat(Ran.ok("show", copy, "--registry", registry, "--json")
                        .json()
                        .get("stale")
                        .asBoolean())
                .isFalse();

        JsonNode checked = Ran.ok("verify-proof", attestation, "--policy", policy, "--json")
                .json();
        assertThat(checked.get("format").asString()).isEqualTo("corpus-attestation@1");
        assertThat(checked.get("removed").asInt()).isEqualTo(2);
        assertThat(checked.get("signature").asString()).isEqualTo("accepted");
        String key = checked.get("key").asString();
        assertThat(Ran.ok("verify-proof", attestation, "--holder-key", key).out())
                .contains("ATTESTED: 2 documents were deleted", "Laboratoire d’Exemple", key, "the attestation holds");
        Ran french = Ran.corpus("verify-proof", attestation, "--lang", "fr");
        assertThat(french.out()).contains("ATTESTÉ\u00a0: 2 documents supprimés", "l’attestation tient");

        Files.writeString(
                Path.of(path("fausse.json")),
                Files.readString(Path.of(attestation)).replace("Laboratoire d’Exemple", "Laboratoire d’Ailleurs"));
        assertThat(Ran.corpus("verify-proof", path("fausse.json")).code()).isEqualTo(3);
        assertThat(Ran.corpus("verify-proof", attestation, "--holder-key", key.replace("corpus-copy", "autre"))
                        .code())
                .isEqualTo(3);
        assertThat(Ran.corpus("verify-proof", attestation, "--isbn", "9782070360024")
                        .code())
                .isEqualTo(2);
    }

    private Path writeCorpus() throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
            lines.append(
                    MadeUpPages.line("libre-" + i, MadeUpPages.words(random, 200), "https://libre.exemple.org/" + i));
        }
        lines.append(MadeUpPages.line("livre", MadeUpPages.words(random, 200), "urn:isbn:9782070360024"));
        lines.append(
                MadeUpPages.line("poeme-0", MadeUpPages.words(random, 200), "https://exemple.fr/poemes/aube.html"));
        // The copy that is kept says more of itself; the reserved one is among the copies.
        String text = MadeUpPages.words(random, 200);
        lines.append(MadeUpPages.line("a-copie", text, "https://ailleurs.exemple.org/poeme"));
        lines.append(MadeUpPages.line("poeme-1", text, "https://exemple.fr/poemes/soir.html"));
        return MadeUpPages.write(folder, lines.toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** A web server of plain files. */
    private static HttpServer serve(Path release) throws IOException {
        Map<String, Path> byPath = new TreeMap<>();
        try (Stream<Path> files = Files.walk(release)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> byPath.put("/corpus/v1.1/" + release.relativize(file), file));
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = byPath.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
