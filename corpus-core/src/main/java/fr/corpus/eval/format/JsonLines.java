package fr.corpus.eval.format;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.json.JsonTree;
import java.io.ByteArrayOutputStream;
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
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        long number = 1;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    end(line, file, number++, sink);
                    from = i + 1;
                }
            }
            line.write(buffer, from, n - from);
            if (line.size() > MAX_LINE_BYTES) {
                throw fail(file, number, "eval.line-too-long", String.valueOf(MAX_LINE_BYTES));
            }
        }
        end(line, file, number, sink);
    }

    private static void end(ByteArrayOutputStream line, String file, long number, Sink sink) {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (isBlank(bytes)) {
            return;
        }
        Object value;
        try {
            value = JsonTree.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw fail(file, number, "eval.line-not-json", String.valueOf(e.getMessage()));
        }
        sink.take(number, value);
    }

    private static RecipeException fail(String file, long line, String key, String detail) {
        return new RecipeException(UserMessage.of(key, file + ":" + line, detail));
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
