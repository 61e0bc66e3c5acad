package fr.corpus.eval.format;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** JSON values, one a line; lines end with LF only, since U+0085, U+2028 and U+2029 may stand inside texts. Thread-safe. */
public final class JsonLines {

    /** Longest line, in bytes. */
    public static final int MAX_LINE_BYTES = 16 << 20;

    private JsonLines() {}

    /** Is given each value with the number of its line, from 1. */
    public interface Sink {
        /** One value. */
        void take(long line, @Nullable Object value);
    }

    /**
     * Reads to the end; blank lines are passed over.
     *
     * @param file its name for messages
     * @throws RecipeException if a line is no JSON value or too long
     */
    public static void read(InputStream in, String file, Sink sink) throws IOException {
        long[] number = {1};
        LineInput lines = new LineInput(
                in, MAX_LINE_BYTES, () -> fail(file, number[0], "eval.line-too-long", String.valueOf(MAX_LINE_BYTES)));
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (!LineInput.isBlank(line)) {
                sink.take(number[0], JsonBytes.parse(line, file + ":" + number[0]));
            }
            number[0]++;
        }
    }

    private static RecipeException fail(String file, long line, String key, String detail) {
        return new RecipeException(UserMessage.of(key, file + ":" + line, detail));
    }
}
