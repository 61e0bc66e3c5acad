package fr.corpus.proof;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cursor over one sorted run, ordered by the pair it stands on. Confined to one thread. */
final class PairRun implements Comparable<PairRun>, Closeable {

    private static final int ALL_BUFFERS = 64 << 20;
    private static final int MIN_BUFFER = 1 << 14;
    private static final int MAX_BUFFER = 1 << 20;

    private final InputStream in;
    private final byte[] buffer;
    private int held;
    private int at = -PairSorter.PAIR;

    PairRun(Path file, int runs) throws IOException {
        in = Files.newInputStream(file);
        buffer = new byte
                [Math.max(MIN_BUFFER, Math.min(MAX_BUFFER, ALL_BUFFERS / runs / PairSorter.PAIR * PairSorter.PAIR))];
    }

    /** Goes to the next pair, if there is one. */
    boolean next() throws IOException {
        at += PairSorter.PAIR;
        if (at < held) {
            return true;
        }
        held = in.readNBytes(buffer, 0, buffer.length);
        at = 0;
        if (held % PairSorter.PAIR != 0) {
            throw new EOFException("a sorted run is cut");
        }
        return held > 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int at() {
        return at;
    }

    @Override
    public int compareTo(PairRun other) {
        return PairSorter.compare(buffer, at, other.buffer, other.at);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
