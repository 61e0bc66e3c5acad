package fr.corpus.eval.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineInputTest {

    private static final int BUFFER = 1 << 16;

    private static LineInput lines(String text, int maxBytes) {
        return new LineInput(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                maxBytes,
                () -> new RecipeException(UserMessage.of("eval.line-too-long", "f:1", "8")));
    }

    private static List<Integer> lengths(String text) throws IOException {
        LineInput in = lines(text, 1 << 20);
        List<Integer> lengths = new ArrayList<>();
        for (byte[] line = in.next(); line != null; line = in.next()) {
            lengths.add(line.length);
        }
        return lengths;
    }

    @Test
    void splitsOnLineFeedsAloneAndHasNoLineBehindTheLast() throws IOException {
        assertThat(lengths("")).isEmpty();
        assertThat(lengths("\n\nab\n")).containsExactly(0, 0, 2);
        assertThat(lengths("a\r\u0085b\nc")).containsExactly(4, 1);
    }

    @Test
    void joinsLinesThatGoOverTheBuffer() throws IOException {
        for (int length : new int[] {BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER, 3 * BUFFER + 7}) {
            String line = "x".repeat(length);
            assertThat(lengths(line + "\nab\n" + line)).as("%d bytes", length).containsExactly(length, 2, length);
            assertThat(lengths("ab\n" + line + "\n")).as("%d bytes", length).containsExactly(2, length);
        }
    }

    @Test
    void keepsTheBytesOfALineThatGoesOverTheBuffer() throws IOException {
        StringBuilder text = new StringBuilder("0\n");
        for (int i = 0; i < BUFFER; i++) {
            text.append((char) ('a' + i % 26));
        }
        LineInput in = lines(text + "\n1", 1 << 20);
        in.next();
        assertThat(new String(in.next(), StandardCharsets.ISO_8859_1)).isEqualTo(text.substring(2));
        assertThat(in.next()).containsExactly('1');
    }

    @Test
    void refusesALineThatIsTooLongWithinTheBufferAndBeyondIt() throws IOException {
        LineInput within = lines("12345678\n123456789\n", 8);
        assertThat(within.next()).hasSize(8);
        assertThatThrownBy(within::next).isInstanceOf(RecipeException.class);
        LineInput beyond = lines("x".repeat(BUFFER + 1), BUFFER);
        assertThatThrownBy(beyond::next).isInstanceOf(RecipeException.class);
    }
}
