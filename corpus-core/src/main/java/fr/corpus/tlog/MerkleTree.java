package fr.corpus.tlog;

import fr.corpus.hash.Digest;
import java.util.ArrayList;
import java.util.List;

/** A growing Merkle tree that keeps every node in memory, about 64 bytes of digests for each leaf. Confined to one thread. */
public final class MerkleTree implements MerkleNodes {

    /** By level, then by index: the roots of the perfect subtrees. */
    private final List<List<Digest>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    /** Appends an entry and returns its index. */
    public long add(byte[] entry) {
        return addLeafHash(MerkleHash.leaf(entry));
    }

    /** Appends a leaf whose hash is known and returns its index. */
    public long addLeafHash(Digest leafHash) {
        long index = size();
        levels.get(0).add(leafHash);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            List<Digest> nodes = levels.get(level);
            if (level + 1 == levels.size()) {
                levels.add(new ArrayList<>());
            }
            levels.get(level + 1).add(MerkleHash.node(nodes.get(nodes.size() - 2), nodes.get(nodes.size() - 1)));
        }
        return index;
    }

    @Override
    public long size() {
        return levels.get(0).size();
    }

    @Override
    public Digest node(int level, long index) {
        return levels.get(level).get(Math.toIntExact(index));
    }

    /** The root over all leaves. */
    public Digest root() {
        return root(size());
    }
}
