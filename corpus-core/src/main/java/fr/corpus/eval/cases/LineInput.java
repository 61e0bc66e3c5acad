package fr.corpus.eval.cases;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes that end in a line feed and in nothing else: JSON strings may hold every other break. Confined to one thread. */
public final class LineInput {

    private static final int MAX_BYTES = 1 << 28;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean ended;

    /** Lines of a stream, which stays open. */
    public LineInput(InputStream in) {
        this.in = in;
    }

    /**
     * The next line without its line feed, or null at the end; behind a last line feed there is no line.
     *
     * @throws MalformedSourceException if a line is longer than 256 MiB
     */
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
            if (line.size() > MAX_BYTES) {
                throw new MalformedSourceException(UserMessage.of("eval.case-too-long", MAX_BYTES >> 20));
            }
            position = end;
            if (end < limit) {
                position++;
                return line.toByteArray();
            }
        }
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
