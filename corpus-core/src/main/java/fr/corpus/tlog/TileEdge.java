package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The growing right side of a log: on each level the tile that is not full, and the entries of the last bundle. */
final class TileEdge {

    private static final int TILE_BITS = 8;

    /** By level: the hashes of the tile that is not full yet. */
    private final List<ByteArrayOutputStream> tiles = new ArrayList<>();

    private final List<byte[]> entries = new ArrayList<>();
    private long size;

    private TileEdge(long size) {
        this.size = size;
    }

    /**
     * The edge of a log whose root was verified.
     *
     * @throws IntegrityException if the last entries are not those that the tree has
     */
    static TileEdge load(TileReader reader) throws IOException {
        TileEdge edge = new TileEdge(reader.size());
        for (int level = 0; reader.size() >>> TILE_BITS * level > 0; level++) {
            long atLevel = reader.size() >>> TILE_BITS * level;
            ByteArrayOutputStream tile = edge.tile(level);
            for (long i = atLevel - atLevel % TilePath.FULL; i < atLevel; i++) {
                tile.writeBytes(reader.node(TILE_BITS * level, i).bytes());
            }
        }
        if (reader.size() % TilePath.FULL > 0) {
            long bundle = reader.size() / TilePath.FULL;
            edge.entries.addAll(reader.bundle(bundle));
            for (int i = 0; i < edge.entries.size(); i++) {
                long index = bundle * TilePath.FULL + i;
                if (!MerkleHash.leaf(edge.entries.get(i)).equals(reader.node(0, index))) {
                    throw new IntegrityException(UserMessage.of("tlog.entry-differs", String.valueOf(index)));
                }
            }
        }
        return edge;
    }

    private ByteArrayOutputStream tile(int level) {
        while (tiles.size() <= level) {
            tiles.add(new ByteArrayOutputStream());
        }
        return tiles.get(level);
    }

    long size() {
        return size;
    }

    /** Takes an entry; tiles and bundles that it fills are put into the store. */
    long append(byte[] entry, LogStore store) throws IOException {
        entries.add(entry.clone());
        if (entries.size() == TilePath.FULL) {
            TilePath path = new TilePath(TilePath.ENTRIES, size / TilePath.FULL, TilePath.FULL);
            store.put(path.toString(), EntryBundle.write(entries));
            entries.clear();
        }
        push(0, MerkleHash.leaf(entry), store);
        return size++;
    }

    private void push(int level, Digest hash, LogStore store) throws IOException {
        ByteArrayOutputStream tile = tile(level);
        tile.writeBytes(hash.bytes());
        if (tile.size() == TilePath.FULL * Digest.BYTES) {
            long index = size >>> TILE_BITS * (level + 1);
            store.put(new TilePath(level, index, TilePath.FULL).toString(), tile.toByteArray());
            Digest root = rootOf(tile.toByteArray());
            tile.reset();
            push(level + 1, root, store);
        }
    }

    private static Digest rootOf(byte[] hashes) {
        MerkleAccumulator accumulator = new MerkleAccumulator();
        for (int at = 0; at < hashes.length; at += Digest.BYTES) {
            accumulator.addLeafHash(Arrays.copyOfRange(hashes, at, at + Digest.BYTES));
        }
        return accumulator.root();
    }

    /**
     * Puts the tiles and the bundle that are not full into the store, but for those that are there since the last
     * publication.
     *
     * @return the tiles and bundles that became full since then, whose partial forms nobody needs any more
     */
    List<TilePath> writePartialTiles(long publishedSize, LogStore store) throws IOException {
        List<TilePath> outgrown = new ArrayList<>();
        for (int level = 0; level < tiles.size(); level++) {
            long before = publishedSize >>> TILE_BITS * level;
            long now = size >>> TILE_BITS * level;
            byte[] hashes = tiles.get(level).toByteArray();
            if (hashes.length > 0 && now > before) {
                int width = hashes.length / Digest.BYTES;
                store.put(new TilePath(level, now / TilePath.FULL, width).toString(), hashes);
            }
            addOutgrown(level, before, now, outgrown);
        }
        if (!entries.isEmpty()) {
            TilePath path = new TilePath(TilePath.ENTRIES, size / TilePath.FULL, entries.size());
            store.put(path.toString(), EntryBundle.write(entries));
        }
        addOutgrown(TilePath.ENTRIES, publishedSize, size, outgrown);
        return outgrown;
    }

    private static void addOutgrown(int level, long before, long now, List<TilePath> outgrown) {
        long tile = before / TilePath.FULL;
        if (before % TilePath.FULL > 0 && now / TilePath.FULL > tile) {
            outgrown.add(new TilePath(level, tile, TilePath.FULL));
        }
    }

    /** The root over all entries. */
    Digest root() {
        Optional<Digest> root = Optional.empty();
        for (ByteArrayOutputStream tile : tiles) {
            root = join(tile.toByteArray(), root);
        }
        return root.orElse(MerkleHash.EMPTY_ROOT);
    }

    /** The perfect subtrees of one tile, largest first, joined from the right with what stands to their right. */
    private static Optional<Digest> join(byte[] hashes, Optional<Digest> right) {
        Optional<Digest> root = right;
        int end = hashes.length / Digest.BYTES;
        while (end > 0) {
            int width = Integer.lowestOneBit(end);
            Digest subtree = rootOf(Arrays.copyOfRange(hashes, (end - width) * Digest.BYTES, end * Digest.BYTES));
            root = Optional.of(root.map(r -> MerkleHash.node(subtree, r)).orElse(subtree));
            end -= width;
        }
        return root;
    }
}
