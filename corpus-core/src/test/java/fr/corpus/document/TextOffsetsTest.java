package fr.corpus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextOffsetsTest {

    @Test
    void answersInAnyOrder() {
        String text = "a😀\uDE00b\uD83D\uD83D\uDE00é\uD83D";
        int size = text.codePointCount(0, text.length());
        long seed = 20261124;
        Random random = new Random(seed);
        TextOffsets offsets = new TextOffsets(text);
        for (int i = 0; i < 2000; i++) {
            int codePoint = random.nextInt(size + 1);
            int unit = text.offsetByCodePoints(0, codePoint);
            assertThat(offsets.unitsOf(codePoint)).as("seed %d", seed).isEqualTo(unit);
            int other = random.nextInt(size + 1);
            assertThat(offsets.codePointsOf(text.offsetByCodePoints(0, other)))
                    .as("seed %d", seed)
                    .isEqualTo(other);
        }
    }

    @Test
    void cutsOutWhatStandsBetweenTwoCodePoints() {
        TextOffsets offsets = new TextOffsets("un 😀 là");
        assertThat(offsets.slice(3, 4)).isEqualTo("😀");
        assertThat(offsets.slice(0, 2)).isEqualTo("un");
        assertThat(new TextOffsets("un là").slice(3, 5)).isEqualTo("là");
    }
}
