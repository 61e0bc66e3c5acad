package fr.corpus.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IsccCommandTest {

    @TempDir
    Path folder;

    @Test
    void printsTheCodeOfATextAndItsUnits() throws IOException {
        Path file = folder.resolve("bonjour.txt");
        Files.writeString(file, "Hello World");
        Ran ran = Ran.corpus("iscc", file.toString(), "--json");
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode codes = JsonMapper.shared().readTree(ran.out()).get("files").get(0);
        // The known answer for these letters is EAASKDNZNYGUUF5A for 64 bits; the 256-bit code begins with the same
        // bits.
        assertThat(codes.get("text").asString()).startsWith("ISCC:EAD").contains("KDNZNYGUUF5A");
        assertThat(codes.get("iscc").asString()).startsWith("ISCC:K");
        assertThat(codes.get("bytes").asInt()).isEqualTo(11);
        assertThat(codes.get("datahash").asString()).startsWith("1e20").hasSize(68);
        assertThat(Ran.corpus("iscc", file.toString()).out())
                .contains(codes.get("iscc").asString())
                .contains(codes.get("data").asString());
    }

    @Test
    void aFileThatIsNoTextHasNoTextUnit() throws IOException {
        Path file = folder.resolve("image.bin");
        byte[] bytes = new byte[5_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * i % 251);
        }
        Files.write(file, bytes);
        JsonNode codes = JsonMapper.shared()
                .readTree(Ran.corpus("iscc", file.toString(), "--json").out())
                .get("files")
                .get(0);
        assertThat(codes.has("text")).isFalse();
        assertThat(codes.get("iscc").asString()).startsWith("ISCC:KU");
    }

    @Test
    void anAbsentFileIsTold() {
        assertThat(Ran.corpus("iscc", folder.resolve("absent").toString()).code())
                .isEqualTo(1);
        assertThat(Ran.corpus("iscc").code()).isEqualTo(2);
    }
}
