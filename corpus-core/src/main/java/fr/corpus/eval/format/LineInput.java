package fr.corpus.eval.format;

import fr.corpus.error.CorpusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lines of bytes that end in a line feed and in nothing else: JSON strings may hold every other break. Confined to one thread. */
public final class LineInput {

    private final InputStream in;
    private final int maxBytes;
    private final Supplier<? extends CorpusException> tooLong;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean ended;

    /**
     * Lines of a stream, which stays open.
     *
     * @param maxBytes most bytes of a line
     * @param tooLong what is thrown at a longer one
     */
    public LineInput(InputStream in, int maxBytes, Supplier<? extends CorpusException> tooLong) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.tooLong = tooLong;
    }

    /** The next line without its line feed, or null at the end; behind a last line feed there is no line. */
    public byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean some = false;
        while (true) {
            if (position == limit && !fill()) {
                return some ? line.toByteArray() : null;
            }
            some = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            if (line.size() > maxBytes) {
                throw tooLong.get();
            }
            position = end;
            if (end < limit) {
                position++;
                return line.toByteArray();
            }
        }
    }

    /** Whether a line has nothing but blanks, tabs and carriage returns. */
    public static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        position = 0;
        limit = in.read(buffer);
        ended = limit < 0;
        limit = Math.max(0, limit);
        return limit > 0;
    }
}
