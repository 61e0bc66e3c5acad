package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OcrCommandTest {

    private static final String CLEAN =
            "Le marchand empile les journaux du matin et regarde la pluie tomber sur la place. "
                    + "Personne ne parle encore, on attend que la grille du lycée veuille bien s’ouvrir.\n";

    @TempDir
    Path folder;

    @Test
    void saysTheQualityByWindowWithItsMethod() throws IOException {
        Path file = Files.writeString(folder.resolve("page.txt"), CLEAN.repeat(12));
        Ran ran = Ran.corpus("ocr", file.toString(), "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode object = JsonMapper.shared().readTree(ran.out());
        assertThat(object.get("method").asString()).isEqualTo("ocr@1");
        assertThat(object.get("model").asString()).hasSize(64);
        JsonNode page = object.at("/files/0");
        assertThat(page.get("band").asString()).isEqualTo("clean");
        assertThat(page.get("windows").size()).isEqualTo(2);
        assertThat(page.at("/windows/1/end").asInt()).isEqualTo(CLEAN.length() * 12);
        Ran human = Ran.in(java.util.Map.of("LANG", "fr_FR.UTF-8"), "ocr", file.toString(), "--windows");
        assertThat(human.out()).contains("page.txt").contains("propre").contains("–");
        assertThat(human.err()).contains("ocr@1");
    }

    @Test
    void readsOldSpellingBesideTheTextByCodePoint() throws IOException {
        Path file = Files.writeString(folder.resolve("vieux.txt"), "😀 Il eſtoit vne fois.\n");
        assertThat(Ran.corpus("ocr", "--reading", file.toString()).out().strip())
                .isEqualTo("😀 Il était une fois.");
        JsonNode reading = JsonMapper.shared()
                .readTree(Ran.corpus("ocr", "--reading", "--json", file.toString())
                        .out())
                .at("/files/0/reading");
        assertThat(reading.get(0).toString())
                .isEqualTo("{\"end\":11,\"form\":\"était\",\"start\":5,\"text\":\"eſtoit\"}");
        assertThat(reading.get(1).get("form").asString()).isEqualTo("une");
    }

    @Test
    void saysThatColumnsAreMixed() throws IOException {
        String page = "le jour-\nla mai-\nnal ma-\nson ser-\ntin et\nvante la fe-\nles bil-\nnêtre\nles\n";
        Path file = Files.writeString(folder.resolve("page.txt"), page);
        assertThat(Ran.in(java.util.Map.of("LANG", "en"), "ocr", file.toString())
                        .out())
                .contains("columns seem to be mixed: 6 of 6");
    }

    @Test
    void saysWhereAFileIsNoXml() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.xml"), "<alto>\n<Layout><Page");
        assertThat(Ran.in(java.util.Map.of("LANG", "fr_FR.UTF-8"), "ocr", file.toString())
                        .err())
                .contains("(line = 2, column = ");
    }

    @Test
    void readsAltoAndSaysWhatItsReaderSays() throws IOException {
        Path file = Files.writeString(
                folder.resolve("page.xml"),
                "<?xml version=\"1.0\"?><alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT=\"Bonjour\" WC=\"0.5\"/>"
                        + "</TextLine></TextBlock></PrintSpace></Page></Layout></alto>");
        assertThat(Ran.corpus("ocr", "--json", file.toString()).out())
                .contains("\"reader\":\"alto@1;confidence=0.500\"");
    }

    @Test
    void trainsAModelTheSameWayTwiceAndSaysWhenThereIsNoText() throws IOException {
        Path texts = Files.createDirectory(folder.resolve("textes"));
        String out = folder.resolve("ocr.model").toString();
        Ran none = Ran.corpus("train", "ocr", "--data", texts.toString(), "--out", out);
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("textes");
        Files.writeString(texts.resolve("a.txt"), CLEAN.repeat(20));
        String first = Ran.corpus("train", "ocr", "--data", texts.toString(), "--out", out, "--json")
                .out();
        byte[] model = Files.readAllBytes(Path.of(out));
        assertThat(Ran.corpus("train", "ocr", "--data", texts.toString(), "--out", out, "--json")
                        .out())
                .isEqualTo(first)
                .contains("\"kind\":\"ocr\"");
        assertThat(Files.readAllBytes(Path.of(out))).isEqualTo(model);
    }

    @Test
    void saysHowRightTheEstimateIsOnTextThatItDamages() throws IOException {
        Path file = Files.writeString(folder.resolve("propre.txt"), CLEAN.repeat(60));
        JsonNode rates = JsonMapper.shared()
                .readTree(Ran.corpus("accuracy", "--layer", "ocr", "--gold", file.toString(), "--json")
                        .out())
                .at("/files/0/rates");
        assertThat(rates).hasSize(6);
        assertThat(rates.get(0).get("right").asInt())
                .isEqualTo(rates.get(0).get("windows").asInt());
        assertThat(rates.get(3).get("estimate").asDouble()).isBetween(0.03, 0.08);
        assertThat(Ran.in(
                                java.util.Map.of("LANG", "fr_FR.UTF-8"),
                                "accuracy",
                                "--layer",
                                "ocr",
                                "--gold",
                                file.toString())
                        .out())
                .contains("trouvé");
    }

    @Test
    void anAbsentFileIsTold() {
        assertThat(Ran.corpus("ocr", folder.resolve("absent").toString()).code())
                .isEqualTo(1);
    }
}
