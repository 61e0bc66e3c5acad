package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A log read from its static files under a checkpoint that was verified before. Confined to one thread.
 *
 * <p>Every proof and entry that it gives was checked against the checkpoint's root, so a corrupt or foreign file is an
 * {@link IntegrityException}, never a wrong answer.
 */
public final class TileReader implements MerkleNodes {

    private static final int TILE_LEVELS = 8;
    private static final int CACHED_TILES = 64;

    private final TileSource source;
    private final Checkpoint checkpoint;
    private final Map<TilePath, byte[]> tiles = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > CACHED_TILES;
        }
    };

    private TileReader(TileSource source, Checkpoint checkpoint) {
        this.source = source;
        this.checkpoint = checkpoint;
    }

    /** The log behind some files, in the state of a checkpoint whose signatures the caller has verified. */
    public static TileReader of(TileSource source, Checkpoint verified) {
        return new TileReader(source, verified);
    }

    /** The checkpoint that all answers agree with. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public long size() {
        return checkpoint.size();
    }

    /**
     * Requires that the files give the checkpoint's root.
     *
     * @throws IntegrityException if they give another
     */
    public void verifyRoot() throws IOException {
        Digest found = unwrapped(() -> root(size()));
        if (!found.equals(checkpoint.root())) {
            throw wrongRoot(found);
        }
    }

    /**
     * The proof that an entry is in the log.
     *
     * @throws IllegalArgumentException if the log has no such index
     * @throws IntegrityException if the files do not give the checkpoint's root
     */
    public InclusionProof inclusion(long index) throws IOException {
        InclusionProof proof = unwrapped(() -> InclusionProof.of(this, index, size()));
        Digest leaf = unwrapped(() -> node(0, index));
        proof.verify(leaf, checkpoint.root());
        return proof;
    }

    /**
     * The proof that the log only grew since it had {@code oldSize} entries.
     *
     * @throws IllegalArgumentException unless 0 &lt; oldSize ≤ size
     * @throws IntegrityException if the files do not give the checkpoint's root
     */
    public ConsistencyProof consistency(long oldSize) throws IOException {
        ConsistencyProof proof = unwrapped(() -> ConsistencyProof.of(this, oldSize, size()));
        Digest oldRoot = unwrapped(() -> root(oldSize));
        proof.verify(oldRoot, checkpoint.root());
        return proof;
    }

    /**
     * An entry, byte for byte.
     *
     * @throws IllegalArgumentException if the log has no such index
     * @throws IntegrityException if the files do not give the checkpoint's root
     */
    public byte[] entry(long index) throws IOException {
        InclusionProof proof = unwrapped(() -> InclusionProof.of(this, index, size()));
        long bundle = index / TilePath.FULL;
        int place = (int) (index % TilePath.FULL);
        byte[] entry = bundle(bundle).get(place);
        proof.verify(MerkleHash.leaf(entry), checkpoint.root());
        return entry;
    }

    /**
     * The entries of a bundle, not checked against the root.
     *
     * @param bundle number of the bundle: entries {@code 256 × bundle} and following
     * @throws MalformedSourceException if the file is not a bundle
     */
    List<byte[]> bundle(long bundle) throws IOException {
        int width = (int) Math.min(TilePath.FULL, size() - bundle * TilePath.FULL);
        TilePath path = new TilePath(TilePath.ENTRIES, bundle, width);
        return EntryBundle.read(readPartialOrFull(path), width);
    }

    @Override
    public Digest node(int level, long index) {
        int tileLevel = level / TILE_LEVELS;
        int inner = level % TILE_LEVELS;
        long first = index << inner;
        long tile = first / TilePath.FULL;
        int from = (int) (first % TilePath.FULL);
        byte[] hashes = tile(tileLevel, tile);
        MerkleAccumulator accumulator = new MerkleAccumulator();
        for (int i = from; i < from + (1 << inner); i++) {
            int at = i * Digest.BYTES;
            accumulator.addLeafHash(Arrays.copyOfRange(hashes, at, at + Digest.BYTES));
        }
        return accumulator.root();
    }

    private byte[] tile(int level, long index) {
        long atLevel = size() >>> (TILE_LEVELS * level);
        TilePath path = new TilePath(level, index, (int) Math.min(TilePath.FULL, atLevel - index * TilePath.FULL));
        byte[] cached = tiles.get(path);
        if (cached != null) {
            return cached;
        }
        byte[] hashes;
        try {
            hashes = readPartialOrFull(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (hashes.length < path.width() * Digest.BYTES) {
            throw new IntegrityException(
                    UserMessage.of("tlog.tile-short", path.toString(), path.width() * Digest.BYTES, hashes.length));
        }
        tiles.put(path, hashes);
        return hashes;
    }

    private byte[] readPartialOrFull(TilePath path) throws IOException {
        Optional<byte[]> bytes = source.read(path.toString());
        if (bytes.isEmpty() && path.isPartial()) {
            bytes = source.read(path.full().toString());
        }
        return bytes.orElseThrow(() -> new IntegrityException(UserMessage.of("tlog.tile-missing", path.toString())));
    }

    private IntegrityException wrongRoot(Digest found) {
        return new IntegrityException(UserMessage.of(
                "tlog.root-differs", String.valueOf(size()), checkpoint.root().hex(), found.hex()));
    }

    private static <T> T unwrapped(Supplier<T> step) throws IOException {
        try {
            return step.get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
