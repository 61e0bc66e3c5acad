package fr.corpus.optout;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Lines of bytes, decoded one by one, so that a wrong byte spoils its own line only. Confined to one thread. */
final class ImportLines implements Closeable {

    /** Longest line, in bytes; of a longer one {@code MAX + 1} are kept. */
    static final int MAX = 1 << 16;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long count;

    private ImportLines(InputStream in) {
        this.in = in;
    }

    static ImportLines open(Path file) throws IOException {
        return new ImportLines(new BufferedInputStream(Files.newInputStream(file), MAX));
    }

    /** The next line without its end, a wrong byte as U+FFFD; empty at the end of the file. */
    Optional<String> next() throws IOException {
        line.reset();
        int c = in.read();
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() <= MAX) {
                line.write(c);
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (++count == 1 && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /** Number of the last line, from 1. */
    long number() {
        return count;
    }

    /** Whether a text has a wrong byte or is too long. */
    static boolean isSpoilt(String text) {
        return text.length() > MAX || text.indexOf('\uFFFD') >= 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
