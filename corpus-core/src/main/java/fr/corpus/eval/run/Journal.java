package fr.corpus.eval.run;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.eval.format.LineInput;
import fr.corpus.eval.score.JsonValues;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.internal.json.JsonTree;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a run, one JSON object a line, only ever appended to (docs/formats/eval-run.md). A line is on disk when {@link
 * #append} returns. Thread-safe.
 */
final class Journal implements Closeable {

    /** Longest line, in bytes. */
    static final int MAX_LINE_BYTES = 64 << 20;

    /** Not a channel: an interrupt would close it and lose the answer that was about to be written. */
    private final RandomAccessFile out;

    private final List<Map<String, @Nullable Object>> lines;

    private Journal(RandomAccessFile out, List<Map<String, @Nullable Object>> lines) {
        this.out = out;
        this.lines = lines;
    }

    /**
     * Opens the journal of a file, or begins it; a last line that was torn by a crash is cut off.
     *
     * @throws EngineException if another process has it open
     * @throws IntegrityException if a line before the last is no JSON object
     */
    static Journal open(Path file) throws IOException {
        RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
        try {
            lock(out, file);
            List<Map<String, @Nullable Object>> lines = new ArrayList<>();
            long sound = read(file, lines);
            if (sound < out.length()) {
                out.setLength(sound);
                out.getFD().sync();
            }
            out.seek(sound);
            return new Journal(out, lines);
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    private static void lock(RandomAccessFile out, Path file) throws IOException {
        FileLock held;
        try {
            held = out.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            throw new EngineException(UserMessage.of("eval.run-busy", String.valueOf(file.getParent())));
        }
    }

    /** Reads whole lines and gives the number of bytes up to the end of the last sound one. */
    private static long read(Path file, List<Map<String, @Nullable Object>> into) throws IOException {
        long size = Files.size(file);
        long sound = 0;
        try (InputStream in = Files.newInputStream(file)) {
            LineInput lines = new LineInput(in, MAX_LINE_BYTES, () -> damaged(file, into.size() + 1));
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                long end = sound + line.length + 1;
                Object value = end > size ? null : parse(line);
                if (!(value instanceof Map)) {
                    if (end < size) {
                        throw damaged(file, into.size() + 1);
                    }
                    break;
                }
                into.add(JsonValues.map(value));
                sound = end;
            }
        }
        return sound;
    }

    private static @Nullable Object parse(byte[] line) {
        try {
            return JsonTree.parse(line);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static IntegrityException damaged(Path file, long line) {
        return new IntegrityException(UserMessage.of("eval.run-journal-damaged", file + ":" + line));
    }

    /** What it held when it was opened. */
    List<Map<String, @Nullable Object>> lines() {
        return lines;
    }

    /** Appends an object and returns when it is on disk. */
    synchronized void append(Map<String, ? extends @Nullable Object> line) throws IOException {
        byte[] json = CanonicalJson.of(line);
        byte[] whole = Arrays.copyOf(json, json.length + 1);
        whole[json.length] = '\n';
        out.write(whole);
        out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
