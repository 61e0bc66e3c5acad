package fr.corpus.eval.format;

import fr.corpus.error.CorpusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
        if (position == limit && !fill()) {
            return null;
        }
        int end = lineEnd();
        if (end < limit) {
            byte[] line = checked(Arrays.copyOfRange(buffer, position, end));
            position = end + 1;
            return line;
        }
        return longLine();
    }

    /** A line that goes on behind the buffer. */
    private byte[] longLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2 * buffer.length);
        do {
            int end = lineEnd();
            line.write(buffer, position, end - position);
            if (line.size() > maxBytes) {
                throw tooLong.get();
            }
            position = end;
        } while (position == limit && fill());
        position += position < limit ? 1 : 0;
        return line.toByteArray();
    }

    private byte[] checked(byte[] line) {
        if (line.length > maxBytes) {
            throw tooLong.get();
        }
        return line;
    }

    /** Where the line that begins at the position ends: at its line feed, or where the buffer does. */
    private int lineEnd() {
        int end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return end;
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
