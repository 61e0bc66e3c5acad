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
    void anAbsentFileIsTold() {
        assertThat(Ran.corpus("ocr", folder.resolve("absent").toString()).code())
                .isEqualTo(1);
    }
}
