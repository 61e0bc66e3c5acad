package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LangidCommandTest {

    private static final String FRENCH =
            "La marée remontait 😀 doucement dans le port, et les barques se redressaient.\n";
    private static final String ENGLISH = "The tide was coming back into the harbour and the boats were rising.\n";

    @TempDir
    Path folder;

    @Test
    void givesTheSegmentsOfAMixedTextInCodePoints() throws IOException {
        Path file = Files.writeString(folder.resolve("mixte.txt"), FRENCH + ENGLISH);
        Ran ran = Ran.corpus("langid", file.toString(), "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode segments = JsonMapper.shared().readTree(ran.out()).at("/files/0/segments");
        assertThat(segments.size()).isEqualTo(2);
        assertThat(segments.at("/0/language").asString()).isEqualTo("fra");
        assertThat(segments.at("/0/end").asInt()).isEqualTo(FRENCH.codePointCount(0, FRENCH.length()));
        assertThat(segments.at("/1/start").asInt())
                .isEqualTo(segments.at("/0/end").asInt());
        assertThat(segments.at("/1/language").asString()).isEqualTo("eng");
        assertThat(Ran.corpus("langid", file.toString()).out()).contains("fra ", "eng ", "The tide");
    }

    @Test
    void answersEveryLineInOrderAndFlagsThoseItCannotRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("morceaux.jsonl"),
                "{\"id\":\"b\",\"text\":\"Le chat dort sur la chaise\u2028 de la cuisine.\"}\n"
                        + "{\"id\":\"a\",\"text\":\"coupé\n"
                        + "{\"id\":3,\"text\":\"The boats were waiting in the harbour until the fog had lifted.\"}\r\n"
                        + "{\"id\":\"vide\",\"text\":\"\"}");
        Ran ran = Ran.corpus("langid", file.toString(), "--jsonl");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("morceaux.jsonl").contains("1");
        List<JsonNode> rows = ran.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).get("id").asString()).isEqualTo("b");
        assertThat(rows.get(0).get("language").asString()).isEqualTo("fra");
        assertThat(rows.get(1).get("error").asString()).isEqualTo("invalid-json");
        assertThat(rows.get(1).get("record").asInt()).isEqualTo(2);
        assertThat(rows.get(2).get("id").asString()).isEqualTo("3");
        assertThat(rows.get(2).get("language").asString()).isEqualTo("eng");
        assertThat(rows.get(3).get("language").asString()).isEqualTo("und");
    }

    @Test
    void aFileThatIsNoTextIsTold() throws IOException {
        Path file = Files.write(folder.resolve("image.bin"), new byte[] {0, 1, 2, 0, 0, 5});
        Ran ran = Ran.corpus("langid", file.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("image.bin");
    }
}
