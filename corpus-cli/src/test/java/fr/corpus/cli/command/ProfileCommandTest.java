package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.cli.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProfileCommandTest {

    private static final String TEXT = "Le chemin de fer traverse la plaine et la locomotive siffle devant la gare. "
            + "La locomotive du chemin de fer fume, et le mécanicien regarde la voie.\n";

    @TempDir
    Path folder;

    @Test
    void saysWhatTextsSpeakOfInBothLanguages() throws IOException {
        Path file = Files.writeString(folder.resolve("train.txt"), TEXT.repeat(80));
        Ran english = Ran.in(Map.of("LANG", "en_US.UTF-8"), "profile", file.toString(), "--top", "3");
        assertThat(english.code()).as(english.err()).isZero();
        assertThat(english.out())
                .contains("One document, 160 sentences")
                .contains("Kandel–Moles")
                .contains("locomotive")
                .contains("chemin de fer")
                .contains("Heaps");
        Ran french = Ran.in(Map.of("LANG", "fr_FR.UTF-8"), "profile", file.toString(), file.toString());
        assertThat(french.out()).contains("2 documents").contains("médiane").contains("Mots-clés");
    }

    @Test
    void theAnswerDoesNotDependOnThreads() throws IOException {
        for (int i = 0; i < 9; i++) {
            Files.writeString(folder.resolve(i + ".txt"), TEXT.repeat(i) + "Document numéro " + i + ".");
        }
        String one = Ran.corpus("profile", folder.toString(), "--json", "--threads", "1")
                .out();
        assertThat(Ran.corpus("profile", folder.toString(), "--json", "--threads", "4")
                        .out())
                .isEqualTo(one);
        JsonNode object = JsonMapper.shared().readTree(one);
        assertThat(object.get("documents").asInt()).isEqualTo(9);
        assertThat(object.at("/terms/0/form").asString()).isEqualTo("locomotive du chemin de fer");
    }

    @Test
    void whatCannotBeIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), TEXT);
        assertThat(Ran.corpus("profile", file.toString(), "--top", "-1").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Ran.corpus("profile", folder.resolve("absent").toString()).code())
                .isEqualTo(1);
    }

    @Test
    void anEmptyTextHasNoMeasures() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "");
        Ran ran = Ran.corpus("profile", file.toString(), "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(JsonMapper.shared().readTree(ran.out()).has("readability")).isFalse();
    }
}
