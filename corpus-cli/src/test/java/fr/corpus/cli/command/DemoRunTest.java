package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration, as the README runs it: every outcome in one run. */
class DemoRunTest {

    private static final String RECIPE = "examples/demo/recipe.yaml";

    @TempDir
    static Path directory;

    private static String release;
    private static Ran built;

    @BeforeAll
    static void build() {
        release = directory.resolve("demo").toString();
        built = Ran.corpus("build", RECIPE, "--out", release, "--json");
    }

    @Test
    void showsEveryOutcome() {
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(built.out())
                .contains("\"counts\":{\"dropped\":6,\"duplicates\":3,\"malformed\":1,\"read\":66,\"released\":54,"
                        + "\"withheld\":2}")
                .contains("\"filter.language@1 other-language\":2")
                .contains("\"filter.repetition@1 duplicate-lines\":1")
                .contains("\"filter.quality@1 too-few-words\":1")
                .contains("\"rights.licenses@1 missing-license\":1")
                .contains("\"rights.licenses@1 license-not-allowed\":1")
                .contains("\"read.jsonl@1 invalid-json\":1");
    }

    @Test
    void printsOneObjectForMachines() {
        assertThat(built.out().lines()).hasSize(1);
        assertThat(built.out())
                .startsWith("{")
                .contains("\"root\":\"", "\"textBytes\":", "\"seconds\":", "\"cpuSeconds\":", "\"peakBytes\":");
    }

    @Test
    void runsAgainOverItsOwnReleaseWithTheSameRoot() {
        Ran again = Ran.corpus("build", RECIPE, "--out", release, "--threads", "1");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("66 read = 54 released + 6 dropped + 3 duplicates + 2 withheld + 1 malformed");
        String root = built.out().replaceAll(".*\"root\":\"([0-9a-f]{64})\".*\\s*", "$1");
        assertThat(again.out()).contains("Merkle root: " + root);
    }

    @Test
    void tellsTheSameInFrench() {
        Ran ran = Ran.corpus("show", release, "--lang", "fr");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("66 lus = 54 publiés + 6 écartés + 3 doublons + 2 bloqués + 1 illisible")
                .contains("Le texte est dans une autre langue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ch-001|Released under CC0-1.0",
                "ch-010|Kept for an exact duplicate",
                "ch-037|Exact duplicate of",
                "ch-030|Withheld by rights.licenses@1, license-not-allowed",
                "ch-029|Withheld by rights.licenses@1, missing-license",
                "ch-031|Dropped by filter.language@1, other-language",
                "ch-032|Dropped by filter.language@1, other-language",
                "ch-033|Dropped by filter.quality@1",
                "ch-034|Dropped by filter.quality@1, too-few-words",
                "ch-035|Dropped by filter.repetition@1, duplicate-lines",
                "ch-036|Dropped by filter.lines@1, line-end-marks",
                "data/chroniques.jsonl.gz#39|Malformed for read.jsonl@1, invalid-json",
                "sa-05|Released under etalab-2.0",
            })
    void answersForEveryRecord(String sourceId, String answer) {
        Ran ran = Ran.corpus("show", release, "--doc", sourceId);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains(answer);
        assertThat(Ran.corpus("show", release, "--doc", sourceId, "--json").out())
                .startsWith("{\"copies\":");
    }

    @Test
    void findsTheNearDuplicates() {
        for (String pair : new String[] {"ch-004 ch-038", "ch-028 ch-039"}) {
            String both = Ran.corpus("show", release, "--doc", pair.split(" ")[0])
                            .out()
                    + Ran.corpus("show", release, "--doc", pair.split(" ")[1]).out();
            assertThat(both).contains("Near duplicate of").contains("Kept for a near duplicate");
        }
    }

    @Test
    void isWhatItClaimsToBe() {
        Ran ran = Ran.corpus("verify", release, "--threads", "2");
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("sound");
        assertThat(Ran.corpus("verify", release, "--json").out())
                .contains("\"findings\":[]")
                .contains("\"sound\":true");
    }

    @Test
    void isFalseOnceAByteChanges() throws Exception {
        Path copy = directory.resolve("changed");
        copy(Path.of(release), copy);
        Path card = copy.resolve("README.fr.md");
        Files.writeString(card, Files.readString(card) + " ");
        Ran ran = Ran.corpus("verify", copy.toString(), "--lang", "fr");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).startsWith("README.fr.md").contains("n’est pas ce qu’elle prétend être");
        Ran machine = Ran.corpus("verify", copy.toString(), "--json");
        assertThat(machine.code()).isEqualTo(3);
        assertThat(machine.out()).contains("\"sound\":false").contains("\"file\":\"README.fr.md\"");
    }

    @Test
    void saysWhatEnteredAndLeftAndWhy() throws Exception {
        String stricter = Files.readString(Path.of(RECIPE))
                .replace("allow: [ CC0-1.0, CC-BY-4.0, etalab-2.0 ]", "allow: [ CC0-1.0, CC-BY-4.0 ]");
        copy(Path.of("examples/demo/data"), directory.resolve("data"));
        Path recipe = Files.writeString(directory.resolve("stricter.yaml"), stricter);
        String after = directory.resolve("stricter").toString();
        assertThat(Ran.corpus("build", recipe.toString(), "--out", after).code())
                .isZero();
        Ran ran = Ran.corpus("diff", release, after);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("0 entered, 2 left, ")
                .contains("withheld by rights.licenses@1, ")
                .contains("2  withheld rights.licenses@1 license-not-allowed");
        Ran machine = Ran.corpus("diff", after, release, "--json", "--limit", "2");
        assertThat(machine.out())
                .contains("\"entered\":2")
                .contains("\"left\":0")
                .contains("\"fate\":\"withheld\"");
        assertThat(Ran.corpus("diff", release, release).out())
                .isEqualTo("No difference: 54 documents are alike in every column\n");
    }

    @Test
    void saysThatADocumentIsUnknown() {
        Ran ran = Ran.corpus("show", release, "--doc", "ch-999");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("no document ch-999");
    }

    @Test
    void refusesToReplaceAnotherRelease() throws Exception {
        Path other = Files.writeString(
                directory.resolve("other.yaml"),
                "recipe: 1\nname: other\nsources: [ { id: a, format: text, paths: a.txt } ]\n");
        Files.writeString(directory.resolve("a.txt"), "Un texte.");
        Ran ran = Ran.corpus("build", other.toString(), "--out", release);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("corpus: ").doesNotContain("Exception");
    }

    @Test
    void explainsEveryValueOfTheRecipeInBothLanguages() {
        Ran french = Ran.corpus("recipe", "explain", RECIPE, "--lang", "fr");
        assertThat(french.code()).isZero();
        assertThat(french.out())
                .contains("Profil verse (sources poemes)")
                .contains("min-score")
                .contains("recette")
                .contains("défaut");
        assertThat(Ran.corpus("recipe", "explain", RECIPE, "--lang", "en").out())
                .contains("Profile verse (sources poemes)");
        assertThat(Ran.corpus("recipe", "explain", RECIPE, "--json").out()).startsWith("{\"language\":[\"fra\"]");
    }

    @Test
    void checksTheRecipeWithoutReadingSources() {
        assertThat(Ran.corpus("recipe", "check", RECIPE).out())
                .isEqualTo("examples/demo/recipe.yaml: sound; corpus \"demo\", 6 sources, 14 steps\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
