package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vector of docs/formats/duplicate-keys.md. */
class UnitKeysVectorTest {

    private static final DedupSettings SETTINGS =
            new DedupSettings(true, Optional.of(new MinHashDedup(2, 3, 2, OptionalDouble.of(0.5))));
    private static final String[] TEXTS = {
        "L’été, enfin !", "Bonjour.", "Le cœur a ses raisons que la raison ne connaît point."
    };

    @TempDir
    Path directory;

    @Test
    void writesTheVector() throws IOException {
        UnitKeysWriter writer = new UnitKeysWriter(SETTINGS);
        TextView view = new TextView(new FrenchTokenizer());
        for (int i = 0; i < TEXTS.length; i++) {
            Digest digest = CanonicalText.digest(TEXTS[i]);
            SurvivorRank rank = new SurvivorRank(i, 200, i - 0.5f, DocumentId.of("vector", digest), i);
            writer.add(digest, view.of(TEXTS[i]).tokens(), rank);
        }
        Path file = directory.resolve("unit.keys");
        writer.write(file, new int[] {2, 0, 1});
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .isEqualTo(HexFormat.of().formatHex(vector()));
    }

    @Test
    void readsTheVector() throws IOException {
        Path file = Files.write(directory.resolve("unit.keys"), vector());
        UnitKeys keys = UnitKeys.open(file, SETTINGS);
        assertThat(keys.rows()).isEqualTo(3);
        assertThat(keys.isSigned(0)).isFalse();
        assertThat(keys.isSigned(1)).isTrue();
        assertThat(UnitKeys.compareRanks(keys, 1, keys, 2))
                .as("stronger rights")
                .isNegative();
    }

    private static byte[] vector() throws IOException {
        try (InputStream in = UnitKeysVectorTest.class.getResourceAsStream("/vectors/duplicate-keys/unit.hex")) {
            assertThat(in).isNotNull();
            String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("(?m)^#.*$|\\s", ""));
        }
    }
}
