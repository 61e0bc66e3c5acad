package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ed25519Test {

    private static final Path EDGES = Path.of("src/test/resources/vectors/ed25519/edge.tsv");

    @Test
    void saysOfOddSignaturesWhatEveryVerifierOfOursSays() throws IOException {
        List<String> lines = Files.readAllLines(EDGES);
        assertThat(lines).hasSizeGreaterThan(90);
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            assertThat(Ed25519.verify(bytes(cells[0]), bytes(cells[1]), bytes(cells[2])))
                    .as(line)
                    .isEqualTo(Boolean.parseBoolean(cells[3]));
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
