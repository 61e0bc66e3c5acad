package fr.corpus.releaselog;

import fr.corpus.hash.Digest;
import fr.corpus.tlog.MerkleAccumulator;
import fr.corpus.tlog.MerkleHash;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * A set of ids by their number and the RFC 6962 root over them: leaves are the bytes of the ids, ascending, each once. Immutable.
 *
 * @param count how many
 * @param root over them; of none SHA-256 of nothing
 */
public record IdSet(long count, Digest root) {

    /** The set of ids written in hexadecimal, all of one length. */
    public static IdSet of(Collection<String> hex) {
        MerkleAccumulator tree = new MerkleAccumulator();
        TreeSet<String> ascending = new TreeSet<>(hex);
        ascending.forEach(id ->
                tree.addLeafHash(MerkleHash.leaf(HexFormat.of().parseHex(id)).bytes()));
        return new IdSet(ascending.size(), tree.root());
    }
}
