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
        Ran.ok("registry", "init", registry, "--origin", "registre.exemple.fr/essai");
        novel = MadeUpPages.words(new Random(SEED), 4_000);
        String chapter = novel.substring(8_000, 14_000);
        StringBuilder lines = new StringBuilder();
        lines.append(
                MadeUpPages.line("libre", MadeUpPages.words(new Random(SEED + 1), 300), "https://libre.exemple.org/1"));
        lines.append(MadeUpPages.line(
                "poeme", MadeUpPages.words(new Random(SEED + 2), 300), "https://exemple.fr/poemes/aube.html"));
        lines.append(MadeUpPages.line("livre", MadeUpPages.words(new Random(SEED + 3), 300), "urn:isbn:9782070360024"));
        lines.append(MadeUpPages.line(
                "anthologie",
                MadeUpPages.words(new Random(SEED + 4), 300) + chapter + MadeUpPages.words(new Random(SEED + 5), 300),
                "https://ailleurs.exemple.org/2"));
        lines.append(MadeUpPages.line(
                "filtre", MadeUpPages.words(new Random(SEED + 6), 300), "https://exemple.com/album/2026/image-7/vue"));
        recipe = MadeUpPages.write(folder, lines.toString());
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
        Ran.ok(all);
    }

    private JsonNode build(String out) {
        Ran ran = Ran.ok(
                "build",
                recipe.toString(),
                "--out",
                folder.resolve(out).toString(),
                "--registry",
                registry,
                "--quiet",
                "--json");
        return ran.json();
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
        Ran.ok("verify", release);
        for (String id : new String[] {"poeme", "livre", "anthologie", "filtre"}) {
            assertThat(Ran.ok("show", release, "--doc", id).out())
                    .as(id)
                    .contains("rights.optout@1")
                    .contains("reservation");
        }
        assertThat(Ran.ok("show", release, "--doc", "libre").out()).doesNotContain("rights.optout@1");
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
        Ran added = Ran.ok("optout", "add", registry, "--holder", "Anne", "--work", work.toString(), "--json");
        String id = added.json().get("reservation").asString();
        String unaware = folder.resolve("v0").toString();
        Ran.ok("build", recipe.toString(), "--out", unaware, "--quiet");
        build("v1");
        String proof = folder.resolve("preuve.json").toString();

        assertThat(Ran.ok("prove", unaware, "--reservation", id, "--registry", registry, "--out", proof)
                        .out())
                .startsWith("PRESENT");
        String aware = folder.resolve("v1").toString();
        assertThat(Ran.ok("prove", aware, "--reservation", id, "--registry", registry, "--out", proof)
                        .out())
                .startsWith("ABSENT");
        JsonNode checked = Ran.ok("verify-proof", proof, "--work", work.toString(), "--json")
                .json();
        assertThat(checked.get("result").asString()).isEqualTo("absent");
        assertThat(checked.get("workChecked").asBoolean()).isTrue();
        Ran.ok("audit", aware);
    }
}
