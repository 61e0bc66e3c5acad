package fr.corpus.eval.format;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.CanonicalJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
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

    /**
     * Writes canonical JSON (RFC 8785), one object a line; the file appears when it is whole.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Iterable<? extends Map<String, ? extends @Nullable Object>> objects)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            for (Map<String, ? extends @Nullable Object> object : objects) {
                out.write(CanonicalJson.of(object));
                out.write('\n');
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static RecipeException fail(String file, long line, String key, String detail) {
        return new RecipeException(UserMessage.of(key, file + ":" + line, detail));
    }
}
