package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OptOutCommandTest {

    @TempDir
    Path directory;

    private String registry;
    private String policy;

    @BeforeEach
    void startARegistry() {
        registry = directory.resolve("registre").toString();
        policy = directory.resolve("registre/policy.txt").toString();
        Ran ran = Ran.corpus("registry", "init", registry, "--origin", "registre.exemple.fr/reservations");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("registre.exemple.fr/reservations+").contains("private");
    }

    private Path receipt(String name) {
        return directory.resolve("recus").resolve(name);
    }

    private static JsonNode json(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private JsonNode add(String name, String... options) {
        String[] arguments = new String[options.length + 8];
        System.arraycopy(options, 0, arguments, 8, options.length);
        System.arraycopy(
                new String[] {
                    "optout",
                    "add",
                    registry,
                    "--holder",
                    "Anne <b>Exemple</b>",
                    "--out",
                    receipt(name).toString(),
                    "--json"
                },
                0,
                arguments,
                0,
                8);
        return json(Ran.corpus(arguments));
    }

    @Test
    void registersABookAndItsReceiptHoldsOffline() throws IOException {
        JsonNode added = add("r1", "--isbn", "9782070360024", "--category", "train-ai");
        assertThat(added.get("index").asInt()).isZero();
        assertThat(added.get("status").asString()).isEqualTo("received");
        assertThat(new String(Files.readAllBytes(Path.of(receipt("r1") + ".entry")), StandardCharsets.UTF_8))
                .contains("\"categories\":[\"train-genai\",\"train-other\"]")
                .doesNotContain("Anne");
        JsonNode verified =
                json(Ran.corpus("optout", "receipt", "verify", receipt("r1").toString(), "--policy", policy, "--json"));
        assertThat(verified.get("valid").asBoolean()).isTrue();
        assertThat(verified.get("reservation")).isEqualTo(added.get("reservation"));
        Ran french = Ran.in(
                Map.of("LANG", "fr_FR.UTF-8"),
                "optout",
                "receipt",
                "verify",
                receipt("r1") + ".html",
                "--policy",
                policy);
        assertThat(french.out()).contains("récépissé véritable");
    }

    @Test
    void aTouchedReceiptIsFalseAndTheExitCodeSaysSo() throws IOException {
        add("r1", "--isbn", "9782070360024");
        Path entry = Path.of(receipt("r1") + ".entry");
        Files.writeString(entry, Files.readString(entry).replace("\"tier\":0", "\"tier\":4"));
        Ran ran = Ran.corpus("optout", "receipt", "verify", receipt("r1").toString(), "--policy", policy);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).contains("false");
        Files.writeString(Path.of(receipt("r1") + ".tlog-proof"), "c2sp.org/tlog-proof@v1\n");
        Ran cut = Ran.corpus("optout", "receipt", "verify", receipt("r1").toString(), "--policy", policy, "--json");
        assertThat(cut.code()).isEqualTo(3);
        assertThat(JsonMapper.shared().readTree(cut.out()).get("valid").asBoolean())
                .isFalse();
    }

    @Test
    void keepsFingerprintsOfAWorkAndNotItsText() throws IOException {
        Path work = directory.resolve("roman.txt");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("Chapitre ").append(i).append(", la lune montait sur les toits mouillés de la ville numéro ");
            text.append(i * 7919 % 1000).append(" et personne encore ne dormait.\n");
        }
        Files.writeString(work, text);
        add("r2", "--work", work.toString());
        assertThat(Files.readString(Path.of(receipt("r2") + ".entry")))
                .contains("\"iscc\"")
                .contains("\"sample\"");
        assertThat(Ran.corpus("optout", "receipt", "verify", receipt("r2").toString(), "--policy", policy)
                        .code())
                .isZero();
        for (Path file : new Path[] {
            directory.resolve("registre/private/registry.db"),
            directory.resolve("registre/log/tile/entries/000.p/1"),
            Path.of(receipt("r2") + ".tlog-proof")
        }) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("personne encore");
        }
    }

    @Test
    void thePageForAPersonEscapesWhatItShowsAndNeedsNothingElse() throws IOException {
        add("r3", "--url", "https://exemple.fr/poemes/*");
        String page = Files.readString(Path.of(receipt("r3") + ".html"));
        assertThat(page)
                .contains("Anne &lt;b&gt;Exemple&lt;/b&gt;")
                .contains("exemple.fr/poemes/*")
                .contains("default-src 'none'")
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("<b>");
        assertThat(page.indexOf("Récépissé")).isLessThan(page.indexOf("Receipt of"));
    }

    @Test
    void followsAReservationThroughContestAnswerDecisionAndWithdrawal() {
        String id = add("r1", "--isbn", "9782070360024").get("reservation").asString();
        assertThat(Ran.corpus("optout", "contest", registry, id, "--reason", "domaine public")
                        .code())
                .isZero();
        assertThat(Ran.corpus("optout", "contest", registry, id, "--answer").code())
                .isZero();
        assertThat(Ran.corpus("optout", "contest", registry, id, "--decide", "verified")
                        .code())
                .isZero();
        assertThat(json(Ran.corpus("optout", "list", registry, "--json"))
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(Ran.corpus("optout", "withdraw", registry, id).code()).isZero();
        assertThat(json(Ran.corpus("optout", "list", registry, "--json"))
                        .get("count")
                        .asInt())
                .isZero();
        JsonNode shown = json(Ran.corpus("optout", "show", registry, id, "--json"));
        assertThat(shown.get("history").size()).isEqualTo(5);
        assertThat(shown.get("history").get(0).get("holder").asString()).contains("Anne");
        Ran again = Ran.corpus("optout", "withdraw", registry, id);
        assertThat(again.code()).isEqualTo(2);
        assertThat(Ran.corpus("optout", "erase", registry, id).code()).isZero();
        assertThat(Ran.corpus("optout", "show", registry, id).out()).doesNotContain("Anne");
        assertThat(json(Ran.corpus(
                                "optout",
                                "receipt",
                                "issue",
                                registry,
                                id,
                                "--out",
                                receipt("r9").toString(),
                                "--json"))
                        .get("type")
                        .asString())
                .isEqualTo("erasure");
    }

    @Test
    void amendsWhatIsGivenAndKeepsTheRest() {
        String id = add("r1", "--isbn", "9782070360024").get("reservation").asString();
        JsonNode kept = json(Ran.corpus(
                "optout", "amend", registry, id, "--keep", "--host", "exemple.fr", "--category", "search", "--json"));
        assertThat(kept.get("type").asString()).isEqualTo("amend");
        assertThat(kept.get("version").asInt()).isEqualTo(2);
        JsonNode history =
                json(Ran.corpus("optout", "show", registry, id, "--json")).get("history");
        assertThat(history.get(1).get("holder").asString()).isEqualTo("Anne <b>Exemple</b>");
        assertThat(history.get(1).get("selectors").toString()).contains("isbn:9782070360024", "host:exemple.fr");
        json(Ran.corpus("optout", "amend", registry, id, "--doi", "10.1000/182", "--holder", "Léa", "--json"));
        JsonNode last = json(Ran.corpus("optout", "show", registry, id, "--json"))
                .get("history")
                .get(2);
        assertThat(last.get("holder").asString()).isEqualTo("Léa");
        assertThat(last.get("selectors").toString()).isEqualTo("[\"doi:10.1000/182\"]");
        json(Ran.corpus("optout", "erase", registry, id, "--json"));
        Ran erased = Ran.corpus("optout", "amend", registry, id, "--holder", "Zoé");
        assertThat(erased.code()).isEqualTo(2);
    }

    @Test
    void refusesWhatWouldReserveTooMuchOrNothing() {
        for (String[] options : new String[][] {
            {"--url", "*.fr"}, {"--host", "fr"}, {"--isbn", "9782070360025"}, {"--domain", "asso.fr"}, {}
        }) {
            String[] arguments = new String[options.length + 5];
            System.arraycopy(new String[] {"optout", "add", registry, "--holder", "Anne"}, 0, arguments, 0, 5);
            System.arraycopy(options, 0, arguments, 5, options.length);
            Ran ran = Ran.corpus(arguments);
            assertThat(ran.code()).as(String.join(" ", options)).isEqualTo(2);
            assertThat(ran.err()).doesNotContain("programming error");
        }
        assertThat(json(Ran.corpus("optout", "list", registry, "--json"))
                        .get("checkpoint")
                        .get("size")
                        .asInt())
                .isZero();
    }

    @Test
    void importsATableAndKeepsWhatMustBeCorrected() throws IOException {
        Path table = Files.writeString(directory.resolve("a.csv"), "isbn\n9782070360024\n9782070360025\n");
        Ran ran = Ran.corpus("optout", "import", registry, table.toString(), "--holder", "Éditions", "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(ran.out()).get("registered").asInt())
                .isEqualTo(1);
        Path errors = directory.resolve("a.csv.errors");
        assertThat(errors).content().contains("isbn\n# 3: ");
        Files.writeString(errors, Files.readString(errors).replace("360025", "360024"));
        Ran again =
                Ran.corpus("optout", "import", registry, errors.toString(), "--format", "csv", "--holder", "Éditions");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("1 records: 1 reservations");
    }

    @Test
    void anExistingReceiptIsNeverOverwrittenAndNothingIsRegistered() {
        add("r1", "--isbn", "9782070360024");
        Ran ran = Ran.corpus(
                "optout",
                "add",
                registry,
                "--holder",
                "Anne",
                "--isbn",
                "2070360024",
                "--out",
                receipt("r1").toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(json(Ran.corpus("optout", "list", registry, "--json"))
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }
}
