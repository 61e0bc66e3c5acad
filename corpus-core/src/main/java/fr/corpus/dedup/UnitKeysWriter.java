package fr.corpus.dedup;

import fr.corpus.hash.Digest;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Collects the duplicate keys of one unit's kept documents and writes them as one file of sorted runs (format {@code
 * duplicate-keys@1}). Confined to one thread.
 *
 * <p>Memory: 51 bytes per document, 8 more per band, plus buffers that grow with the longest document.
 */
public final class UnitKeysWriter {

    /** Most documents in a unit, so that a file stays under 2 GiB. */
    public static final int MAX_DOCUMENTS = 2_000_000;

    private final DedupSettings settings;
    private final int bands;
    private final Shingles shingles;
    private final SimilaritySketch sketch;
    private byte[] ranks = new byte[256 * SurvivorRank.KEY_BYTES];
    private long[] exact = new long[512];
    private long[] keys;
    private boolean[] signed = new boolean[256];
    private int size;

    /** A writer for the keys that these steps need. */
    public UnitKeysWriter(DedupSettings settings) {
        this.settings = settings;
        this.bands = settings.bands();
        this.keys = new long[256 * bands];
        this.shingles =
                new Shingles(settings.minHash().map(MinHashDedup::shingleWords).orElse(1));
        this.sketch = new SimilaritySketch(
                bands, settings.minHash().map(MinHashDedup::rowsPerBand).orElse(1));
    }

    /** Whether {@link #add} looks at tokens at all. */
    public boolean needsTokens() {
        return bands > 0;
    }

    /**
     * Adds a document.
     *
     * @param canonicalText digest of the canonical form of the text as it leaves normalization
     * @param tokens its tokens; not looked at when there is no MinHash step
     * @param rank what decides whether it survives
     * @return its number in order of addition, from 0
     * @throws IllegalStateException if the unit has {@link #MAX_DOCUMENTS} already
     */
    public int add(Digest canonicalText, TokenizedText tokens, SurvivorRank rank) {
        if (size == MAX_DOCUMENTS) {
            throw new IllegalStateException("a unit has at most " + MAX_DOCUMENTS + " documents");
        }
        if (size == signed.length) {
            grow(Math.min(MAX_DOCUMENTS, size * 2));
        }
        rank.writeKey(ByteBuffer.wrap(ranks, size * SurvivorRank.KEY_BYTES, SurvivorRank.KEY_BYTES));
        ByteBuffer digest = ByteBuffer.wrap(canonicalText.bytes());
        exact[2 * size] = digest.getLong();
        exact[2 * size + 1] = digest.getLong();
        signed[size] = bands > 0 && sign(tokens);
        return size++;
    }

    private boolean sign(TokenizedText tokens) {
        shingles.of(tokens);
        if (shingles.size() == 0) {
            return false;
        }
        sketch.keys(shingles.hashes(), shingles.size(), keys, size * bands);
        return true;
    }

    private void grow(int capacity) {
        ranks = Arrays.copyOf(ranks, capacity * SurvivorRank.KEY_BYTES);
        exact = Arrays.copyOf(exact, 2 * capacity);
        keys = Arrays.copyOf(keys, bands * capacity);
        signed = Arrays.copyOf(signed, capacity);
    }

    /** Number of documents added. */
    public int size() {
        return size;
    }

    /**
     * Writes the unit's file, replacing what is there. The caller makes it durable and renames it into place.
     *
     * @param rows the row of each document in order of addition, a permutation of 0 to {@link #size()} − 1
     * @throws IllegalArgumentException if the rows are no such permutation
     */
    public void write(Path file, int[] rows) throws IOException {
        int[] order = inverse(rows);
        int signedCount = 0;
        for (int i = 0; i < size; i++) {
            signedCount += signed[i] ? 1 : 0;
        }
        UnitKeysLayout layout = new UnitKeysLayout(size, bands, signedCount);
        try (ChecksummedOutput out = new ChecksummedOutput(file)) {
            layout.writeHeader(out, settings.indexDigest());
            for (int row = 0; row < size; row++) {
                int i = order[row];
                out.put(ranks, i * SurvivorRank.KEY_BYTES, SurvivorRank.KEY_BYTES);
                out.put((byte) (signed[i] ? 1 : 0));
            }
            writeExact(out, order);
            writeBands(out, order);
            out.finish();
        }
    }

    private int[] inverse(int[] rows) {
        int[] order = new int[size];
        Arrays.fill(order, -1);
        if (rows.length != size) {
            throw new IllegalArgumentException("need " + size + " rows, got " + rows.length);
        }
        for (int i = 0; i < size; i++) {
            if (rows[i] < 0 || rows[i] >= size || order[rows[i]] >= 0) {
                throw new IllegalArgumentException("rows are no permutation: " + rows[i] + " at " + i);
            }
            order[rows[i]] = i;
        }
        return order;
    }

    private void writeExact(ChecksummedOutput out, int[] order) throws IOException {
        KeySorter sorter = new KeySorter(size);
        for (int row = 0; row < size; row++) {
            sorter.add(exact[2 * order[row]], row);
        }
        sorter.sort();
        for (int i = 0; i < size; i++) {
            out.putLong(sorter.key(i));
            out.putLong(exact[2 * order[sorter.value(i)] + 1]);
            out.putInt(sorter.value(i));
        }
    }

    private void writeBands(ChecksummedOutput out, int[] order) throws IOException {
        KeySorter sorter = new KeySorter(size);
        for (int band = 0; band < bands; band++) {
            sorter.clear();
            for (int row = 0; row < size; row++) {
                if (signed[order[row]]) {
                    sorter.add(keys[order[row] * bands + band], row);
                }
            }
            sorter.sort();
            for (int i = 0; i < sorter.size(); i++) {
                out.putLong(sorter.key(i));
                out.putInt(sorter.value(i));
            }
        }
    }
}
