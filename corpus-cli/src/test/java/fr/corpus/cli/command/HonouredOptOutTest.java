package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Register, build, look: from the command line, with a real registry. */
class HonouredOptOutTest {

    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    private String registry;
    private Path recipe;
    private String novel;

    @BeforeEach
    void writeCorpusAndRegistry() throws IOException {
        registry = folder.resolve("registre").toString();
        run("registry", "init", registry, "--origin", "registre.exemple.fr/essai");
        novel = words(4_000, SEED);
        String chapter = novel.substring(8_000, 14_000);
        StringBuilder lines = new StringBuilder();
        line(lines, "libre", words(300, SEED + 1), "https://libre.exemple.org/1");
        line(lines, "poeme", words(300, SEED + 2), "https://exemple.fr/poemes/aube.html");
        line(lines, "livre", words(300, SEED + 3), "urn:isbn:9782070360024");
        line(
                lines,
                "anthologie",
                words(300, SEED + 4) + chapter + words(300, SEED + 5),
                "https://ailleurs.exemple.org/2");
        line(lines, "filtre", words(300, SEED + 6), "https://exemple.com/album/2026/image-7/vue");
        Files.writeString(folder.resolve("data.jsonl"), lines);
        recipe = folder.resolve("recipe.yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: essai
                seed: 1
                language: fra
                sources:
                  - id: pages
                    format: jsonl
                    paths: [ data.jsonl ]
                    license: CC-BY-4.0
                    profile: web
                    fields: { id: id, text: text, uri: uri }
                steps:
                  - { use: dedup.exact@1 }
                """);
    }

    private static void line(StringBuilder lines, String id, String text, String uri) {
        lines.append("{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"uri\":\"" + uri + "\"}\n");
    }

    /** Words that no language has, so that no two texts share a sequence by chance. */
    private static String words(int count, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 0; letter < 5 + random.nextInt(5); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 11 == 10 ? ". " : " ");
        }
        return text.toString();
    }

    private static Ran run(String... arguments) {
        Ran ran = Ran.corpus(arguments);
        assertThat(ran.code())
                .as(String.join(" ", arguments) + "\n" + ran.err())
                .isZero();
        return ran;
    }

    private void reserve(String receipt, String... selector) {
        String[] start = {
            "optout",
            "add",
            registry,
            "--holder",
            "Anne Exemple",
            "--out",
            folder.resolve(receipt).toString()
        };
        String[] all = new String[start.length + selector.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(selector, 0, all, start.length, selector.length);
        run(all);
    }

    private JsonNode build(String out) {
        Ran ran = run(
                "build",
                recipe.toString(),
                "--out",
                folder.resolve(out).toString(),
                "--registry",
                registry,
                "--quiet",
                "--json");
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void whatIsReservedIsWithheldWhateverTheSelector() throws IOException {
        Files.writeString(folder.resolve("roman.txt"), novel);
        reserve("r1", "--isbn", "2-07-036002-4", "--category", "train-ai");
        reserve("r2", "--work", folder.resolve("roman.txt").toString());
        reserve("r3", "--url", "https://exemple.fr/poemes/*");
        reserve("r4", "--url", "https://exemple.com/album/*/image-*");
        JsonNode built = build("v1");
        assertThat(built.get("counts").get("read").asInt()).isEqualTo(5);
        assertThat(built.get("counts").get("released").asInt()).isEqualTo(1);
        assertThat(built.get("counts").get("withheld").asInt()).isEqualTo(4);
        String release = folder.resolve("v1").toString();
        run("verify", release);
        for (String id : new String[] {"poeme", "livre", "anthologie", "filtre"}) {
            assertThat(run("show", release, "--doc", id).out())
                    .as(id)
                    .contains("rights.optout@1")
                    .contains("reservation");
        }
        assertThat(run("show", release, "--doc", "libre").out()).doesNotContain("rights.optout@1");
        assertThat(Files.readString(folder.resolve("v1/manifest.json"))).contains("registre.exemple.fr/essai 4 ");
    }

    @Test
    void anotherUseThatIsReservedDoesNotKeepAWorkOut() {
        reserve("r1", "--isbn", "9782070360024", "--category", "search");
        assertThat(build("v1").get("counts").get("withheld").asInt()).isZero();
    }

    @Test
    void anyoneCanCheckThatAReservationWasHonoured() throws IOException {
        Path work = Files.writeString(folder.resolve("roman.txt"), novel);
        Ran added = run("optout", "add", registry, "--holder", "Anne", "--work", work.toString(), "--json");
        String id = JsonMapper.shared().readTree(added.out()).get("reservation").asString();
        String unaware = folder.resolve("v0").toString();
        run("build", recipe.toString(), "--out", unaware, "--quiet");
        build("v1");
        String proof = folder.resolve("preuve.json").toString();

        assertThat(run("prove", unaware, "--reservation", id, "--registry", registry, "--out", proof)
                        .out())
                .startsWith("PRESENT");
        String aware = folder.resolve("v1").toString();
        assertThat(run("prove", aware, "--reservation", id, "--registry", registry, "--out", proof)
                        .out())
                .startsWith("ABSENT");
        JsonNode checked = JsonMapper.shared()
                .readTree(run("verify-proof", proof, "--work", work.toString(), "--json")
                        .out());
        assertThat(checked.get("result").asString()).isEqualTo("absent");
        assertThat(checked.get("workChecked").asBoolean()).isTrue();
        run("audit", aware);
    }
}
