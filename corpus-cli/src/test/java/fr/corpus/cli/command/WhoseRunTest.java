package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Am I in? As an author types it, with an index and without. */
class WhoseRunTest {

    private static final String TALE =
            "Le vieux moulin tournait encore lorsque la neige couvrit les collines, et le meunier comptait ses derniers sacs de"
                    + " farine blanche. Sa nièce Honorine écrivait chaque soir une lettre que personne ne venait chercher. Au"
                    + " printemps, un colporteur emporta toutes les lettres dans sa hotte, avec des rubans, des almanachs et une"
                    + " horloge cassée. Dix ans passèrent avant que la première réponse arrive, tachée par la pluie, signée par un"
                    + " capitaine inconnu qui racontait des tempêtes, des ports lointains, un chien fidèle enterré sous un palmier."
                    + " Honorine rangea cette réponse derrière la pendule muette, puis elle recommença patiemment à écrire.";

    @TempDir
    static Path folder;

    private static String indexed;
    private static String plain;

    @BeforeAll
    static void build() throws IOException {
        Files.writeString(
                folder.resolve("textes.jsonl"),
                "{\"id\":\"a\",\"text\":\"" + TALE + "\",\"titre\":\"Le Moulin\",\"auteur\":\"Honoré d’Exemple\"}\n"
                        + "{\"id\":\"b\",\"text\":\"Rien d’autre qu’une liste de courses, des pommes et du pain.\"}\n",
                StandardCharsets.UTF_8);
        Path recipe = folder.resolve("recette.yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: moulins
                language: fra
                sources:
                  - { id: textes, format: jsonl, paths: textes.jsonl, license: CC-BY-4.0, fields: { title: titre, author: auteur } }
                steps:
                  - { use: rights.licenses@1, allow: [ CC-BY-4.0 ] }
                """, StandardCharsets.UTF_8);
        indexed = folder.resolve("v1").toString();
        plain = folder.resolve("v2").toString();
        assertThat(Ran.corpus("build", recipe.toString(), "--out", indexed, "--index", "--quiet")
                        .code())
                .isZero();
        assertThat(Ran.corpus("build", recipe.toString(), "--out", plain, "--quiet")
                        .code())
                .isZero();
    }

    @Test
    void tellsThePassageAndTheReasonInTheLanguageOfTheUser() {
        Ran french = Ran.corpus("whose", indexed, "--text", "CHIEN FIDELE", "--lang", "fr");
        assertThat(french.code()).isZero();
        assertThat(french.out())
                .contains("1 document trouvé", "[chien fidèle]", "Le Moulin, Honoré d’Exemple")
                .contains("admis sous CC-BY-4.0 par rights.licenses@1");
        Ran english = Ran.corpus("whose", indexed, "--text", "chien fidèle", "--lang", "en");
        assertThat(english.out()).contains("1 document found", "admitted under CC-BY-4.0");
        assertThat(english.err()).isEmpty();
    }

    @Test
    void findsAWorkInEachOfSeveralReleases() throws IOException {
        Path work = folder.resolve("conte.txt");
        Files.writeString(work, "Préface.\n\n" + TALE.replace(",", " ,"), StandardCharsets.UTF_8);
        Ran ran = Ran.corpus("whose", indexed, plain, "--work", work.toString(), "--lang", "fr");
        assertThat(ran.out()).contains(indexed, plain, "presque le même texte", "de l’œuvre est dans le document");
        assertThat(ran.err()).isEmpty();
        Files.writeString(
                work, "Un tout autre texte, sans rien de commun avec ce qui précède.", StandardCharsets.UTF_8);
        Ran absent = Ran.corpus("whose", plain, "--work", work.toString(), "--lang", "fr");
        assertThat(absent.code()).isZero();
        assertThat(absent.out()).contains("rien trouvé");
    }

    @Test
    void saysThatItReadsEverythingWithoutAnIndex() {
        Ran ran = Ran.corpus("whose", plain, "--author", "exemple", "--lang", "en");
        assertThat(ran.out()).contains("1 document found");
        assertThat(ran.err()).contains("corpus index " + plain);
    }

    @Test
    void keepsASoundIndexAndReplacesADamagedOne() throws IOException {
        Path out = folder.resolve("ailleurs");
        assertThat(Ran.corpus("index", plain, "--out", out.toString(), "--json").out())
                .contains("\"fresh\":true");
        assertThat(Ran.corpus("index", plain, "--out", out.toString(), "--json").out())
                .contains("\"fresh\":false");
        Files.writeString(out.resolve("index.json"), "{\"format\":\"corpus-index@1\"}");
        Ran refused = Ran.corpus("whose", plain, "--index", out.toString(), "--text", "chien fidèle", "--lang", "fr");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Reconstruisez l’index");
        assertThat(Ran.corpus("index", plain, "--out", out.toString(), "--json").out())
                .contains("\"fresh\":true");
        assertThat(Ran.corpus("whose", plain, "--index", out.toString(), "--text", "chien fidèle")
                        .out())
                .contains("[chien fidèle]");
    }

    @Test
    void refusesAQuestionThatAsksNothing() {
        assertThat(Ran.corpus("whose", indexed).code()).isEqualTo(2);
        assertThat(Ran.corpus("whose", indexed, "--text", "!?").code()).isEqualTo(2);
        assertThat(Ran.corpus("whose", indexed, "--isbn", "12").code()).isEqualTo(2);
        assertThat(Ran.corpus("whose", indexed, "--title", "x", "--limit", "0").code())
                .isEqualTo(2);
        assertThat(Ran.corpus("whose", indexed, plain, "--title", "x", "--index", "y")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void letsNoTextOfAnyoneMoveTheCursor() throws IOException {
        Files.writeString(
                folder.resolve("ruse.jsonl"),
                "{\"id\":\"r\",\"text\":\"Attention \\u001b[2J\\u202e au texte piégé\",\"titre\":\"T\\u001b[31m\\nX\"}\n");
        Path recipe = folder.resolve("ruse.yaml");
        Files.writeString(recipe, """
                recipe: 1
                name: ruse
                sources: [ { id: s, format: jsonl, paths: ruse.jsonl, fields: { title: titre } } ]
                """);
        String release = folder.resolve("ruse").toString();
        assertThat(Ran.corpus("build", recipe.toString(), "--out", release, "--quiet")
                        .code())
                .isZero();
        String out = Ran.corpus("whose", release, "--text", "texte piégé").out();
        assertThat(out).contains("[texte piégé]").doesNotContain("\u001b", "\u202e");
    }
}
