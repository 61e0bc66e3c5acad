package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Build, prove, check, audit: as a rights holder, a publisher and an auditor type it. */
class ProofRunTest {

    private static final String POEM =
            "Le vieux lavoir gardait encore la fraîcheur des matins d’avril, quand les femmes du village apportaient leur linge"
                    + " dans des corbeilles tressées. Antoinette racontait toujours la même histoire, celle du meunier qui avait"
                    + " perdu son anneau dans la rivière et l’avait retrouvé vingt années plus tard, dans le ventre d’une truite."
                    + " Personne ne croyait vraiment cette légende, mais chacun écoutait, parce que sa voix tremblait exactement"
                    + " comme tremblent les feuilles du peuplier avant l’orage. Plus loin, derrière le cimetière, un chemin"
                    + " descendait vers les anciennes carrières où les enfants cherchaient des coquillages pétrifiés. Le maître"
                    + " d’école collectionnait ces pierres étranges et les rangeait soigneusement dans une armoire vitrée, chacune"
                    + " portant une étiquette écrite à l’encre violette. Quand il mourut, sa nièce vendit la maison, mais elle"
                    + " conserva l’armoire, les étiquettes, et quelques cahiers remplis de dessins maladroits.";

    private static final String OTHER =
            "Chaque semaine, le boulanger de la rue Haute prépare quarante douzaines de brioches pour la foire aux fromages, et"
                    + " son apprenti compte les œufs, la farine, le beurre, sans jamais se tromper. Les clients arrivent avant"
                    + " le soleil, les mains dans les poches, et parlent du prix des pommes, de la route coupée, du nouveau"
                    + " médecin qui soigne les bêtes autant que les gens.";

    @TempDir
    static Path folder;

    private static String release;

    @BeforeAll
    static void build() throws IOException {
        Files.writeString(
                folder.resolve("textes.jsonl"),
                line("a", POEM, "https://exemple.fr/lavoir") + line("b", OTHER, "https://autre.example/pain"),
                StandardCharsets.UTF_8);
        Path recipe = folder.resolve("recette.yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: preuves
                sources:
                  - { id: textes, format: jsonl, paths: textes.jsonl, profile: web, fields: { uri: uri } }
                steps:
                  - { use: dedup.exact@1 }
                """, StandardCharsets.UTF_8);
        release = folder.resolve("v1").toString();
        Ran built = Ran.corpus("build", recipe.toString(), "--out", release);
        assertThat(built.code()).as(built.err()).isZero();
    }

    private static String line(String id, String text, String uri) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\",\"uri\":\"" + uri + "\"}\n";
    }

    private static Path work(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Test
    void aWorkThatIsNotInIsProvenAbsent() throws IOException {
        Path work = work(
                "roman.txt", "La marée monte lentement sur les rochers noirs. ".repeat(3) + OTHER.substring(0, 60));
        Path proof = folder.resolve("absent.json");
        Ran made = Ran.corpus("prove", release, "--work", work.toString(), "--out", proof.toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).startsWith("ABSENT from corpus/preuves");

        Ran checked = Ran.corpus("verify-proof", proof.toString(), "--work", work.toString());
        assertThat(checked.code()).as(checked.out()).isZero();
        assertThat(checked.out()).contains("the proof holds", "is not signed", "a paraphrase, a translation");
        Ran french = Ran.corpus("verify-proof", proof.toString(), "--lang", "fr");
        assertThat(french.out()).contains("ABSENT de corpus/preuves", "la preuve tient", "n’est pas signé");
    }

    @Test
    void aWorkThatIsInIsProvenPresentWithTheReason() throws IOException {
        Path work = work("lavoir.txt", POEM);
        Path proof = folder.resolve("present.json");
        Ran made = Ran.corpus("prove", release, "--work", work.toString(), "--out", proof.toString(), "--json");
        assertThat(made.code()).as(made.err()).isZero();
        Ran checked = Ran.corpus("verify-proof", proof.toString(), "--work", work.toString(), "--json");
        assertThat(checked.code()).as(checked.out()).isZero();
        assertThat(checked.out())
                .hasLineCount(1)
                .contains("\"result\":\"present\"", "\"verifies\":true", "\"workChecked\":true", "\"by\":\"text\"");

        Ran another = Ran.corpus(
                "verify-proof",
                proof.toString(),
                "--work",
                work("autre.txt", OTHER).toString(),
                "--json");
        assertThat(another.code()).isEqualTo(3);
        assertThat(another.out()).contains("\"verifies\":false", "proof.another-work");
    }

    @Test
    void anIdentifierIsProvenPresentOrAbsent() {
        Path proof = folder.resolve("url.json");
        Ran in = Ran.corpus("prove", release, "--url", "https://exemple.fr/*", "--out", proof.toString());
        assertThat(in.out()).startsWith("PRESENT");
        Ran out = Ran.corpus("prove", release, "--isbn", "978-2-07-036002-4", "--out", proof.toString());
        assertThat(out.out()).startsWith("ABSENT");
        assertThat(Ran.corpus("verify-proof", proof.toString(), "--isbn", "9782070360024")
                        .code())
                .isZero();
        assertThat(Ran.corpus("verify-proof", proof.toString(), "--isbn", "9782070368228")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void aChangedProofDoesNotHold() throws IOException {
        Path proof = folder.resolve("change.json");
        Ran.corpus("prove", release, "--host", "exemple.fr", "--out", proof.toString());
        String text = Files.readString(proof);
        Files.writeString(proof, text.replace("\"result\":\"present\"", "\"result\":\"absent\""));
        Ran checked = Ran.corpus("verify-proof", proof.toString());
        assertThat(checked.code()).isEqualTo(3);
        assertThat(checked.out()).contains("its verdict");
    }

    @Test
    void wrongQuestionsAreRefused() {
        String out = folder.resolve("x.json").toString();
        assertThat(Ran.corpus("prove", release, "--out", out).code()).isEqualTo(2);
        assertThat(Ran.corpus("prove", release, "--isbn", "123", "--out", out).code())
                .isEqualTo(2);
        assertThat(Ran.corpus("prove", release, "--url", "https://*.fr/a", "--out", out)
                        .code())
                .isEqualTo(2);
        assertThat(Ran.corpus("prove", release + "/nowhere", "--isbn", "9782070360024", "--out", out)
                        .code())
                .isEqualTo(1);
    }

    @Test
    void anAuditBuildsBothRootsAgain() throws IOException {
        Ran sound = Ran.corpus("audit", release, "--json");
        assertThat(sound.code()).as(sound.out()).isZero();
        assertThat(sound.out()).contains("\"keysRoot\":", "\"root\":", "\"sound\":true", "\"keySet\":\"keys@3\"");
        assertThat(Ran.corpus("audit", release).out()).contains("root of keys");
    }
}
