package fr.corpus.proof;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts pairs of key and value, 64 bytes together, on disk: sorted runs of what fits in memory, then one merge that drops
 * repeated pairs. Confined to one thread.
 */
final class PairSorter implements Closeable {

    static final int PAIR = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** A sort key is 40 bits of the pair and 24 bits of its place. */
    private static final int PLACE_BITS = 24;

    private final Path directory;
    private final byte[] pairs;
    private final long[] order;
    private final List<Path> runs = new ArrayList<>();
    private int count;

    /**
     * A sorter.
     *
     * @param directory for runs, which are deleted by {@link #close()}
     * @param pairsInMemory at most 2^24; each takes 72 bytes of heap
     */
    PairSorter(Path directory, int pairsInMemory) {
        if (pairsInMemory < 1 || pairsInMemory > 1 << PLACE_BITS) {
            throw new IllegalArgumentException("need 1 to 2^24 pairs in memory, got " + pairsInMemory);
        }
        this.directory = directory;
        this.pairs = new byte[pairsInMemory * PAIR];
        this.order = new long[pairsInMemory];
    }

    /** Takes a pair. */
    void add(byte[] key, byte[] value) throws IOException {
        if (count == order.length) {
            writeRun();
        }
        System.arraycopy(key, 0, pairs, count * PAIR, TrieHash.BYTES);
        System.arraycopy(value, 0, pairs, count * PAIR + TrieHash.BYTES, TrieHash.BYTES);
        count++;
    }

    private void writeRun() throws IOException {
        sort();
        Path run = directory.resolve("pairs-" + runs.size() + ".run");
        runs.add(run);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(run), 1 << 16)) {
            for (int i = 0; i < count; i++) {
                out.write(pairs, at(i), PAIR);
            }
        }
        count = 0;
    }

    private int at(int i) {
        return place(order[i]);
    }

    private static int place(long sortKey) {
        return (int) (sortKey & (1 << PLACE_BITS) - 1) * PAIR;
    }

    private void sort() {
        for (int i = 0; i < count; i++) {
            // Signed order of the shifted prefix is unsigned order of the pairs.
            long prefix = (long) LONG.get(pairs, i * PAIR) ^ Long.MIN_VALUE;
            order[i] = prefix >> PLACE_BITS << PLACE_BITS | i;
        }
        Arrays.sort(order, 0, count);
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || order[i] >> PLACE_BITS != order[from] >> PLACE_BITS) {
                sortAlike(from, i);
                from = i;
            }
        }
    }

    /** Pairs with the same first 40 bits: nearly always those of one key. */
    private void sortAlike(int from, int to) {
        if (to - from < 2) {
            return;
        }
        Long[] alike = new Long[to - from];
        for (int i = from; i < to; i++) {
            alike[i - from] = order[i];
        }
        Arrays.sort(alike, (a, b) -> compare(pairs, place(a), pairs, place(b)));
        for (int i = from; i < to; i++) {
            order[i] = alike[i - from];
        }
    }

    /** Unsigned order of two pairs. */
    static int compare(byte[] a, int x, byte[] b, int y) {
        for (int i = 0; i < PAIR; i += Long.BYTES) {
            int order = Long.compareUnsigned((long) LONG.get(a, x + i), (long) LONG.get(b, y + i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Receives pairs in order, each once. */
    interface Sink {
        /** The pair stands in {@code bytes} at {@code from} during the call only. */
        void accept(byte[] bytes, int from) throws IOException;
    }

    /** Gives all pairs in order, each once. */
    void drain(Sink sink) throws IOException {
        if (runs.isEmpty()) {
            sort();
            drainMemory(sink);
            return;
        }
        if (count > 0) {
            writeRun();
        }
        merge(sink);
    }

    private void drainMemory(Sink sink) throws IOException {
        for (int i = 0; i < count; i++) {
            if (i == 0 || compare(pairs, at(i - 1), pairs, at(i)) != 0) {
                sink.accept(pairs, at(i));
            }
        }
    }

    private void merge(Sink sink) throws IOException {
        List<PairRun> open = new ArrayList<>();
        try {
            PriorityQueue<PairRun> heads = new PriorityQueue<>();
            for (Path run : runs) {
                PairRun cursor = new PairRun(run, runs.size());
                open.add(cursor);
                if (cursor.next()) {
                    heads.add(cursor);
                }
            }
            byte[] last = new byte[PAIR];
            boolean any = false;
            while (!heads.isEmpty()) {
                PairRun least = heads.remove();
                if (!any || compare(last, 0, least.buffer(), least.at()) != 0) {
                    System.arraycopy(least.buffer(), least.at(), last, 0, PAIR);
                    any = true;
                    sink.accept(last, 0);
                }
                if (least.next()) {
                    heads.add(least);
                }
            }
        } finally {
            for (PairRun run : open) {
                run.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
        runs.clear();
    }
}
