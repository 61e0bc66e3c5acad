package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows that a key is, or is not, among the keys of a release: the path that the key's own bits force, from the root to where
 * it ends. Immutable. May come from a stranger: nothing holds until {@link #verdict} has answered.
 *
 * <p>One root cannot give both answers for a key, whatever tree its publisher built: each hash is that of a leaf, of a node or
 * of nothing, and each node has one child for the key's next bit. Format: {@code docs/formats/key-trie.md}.
 *
 * @param siblings the subtrees beside the path from the root down; empty ones are absent
 * @param end where the path ends
 */
public record KeyProof(List<Optional<Digest>> siblings, End end) {

    /** Where the path of a key ends. */
    public sealed interface End {
        /** At the key's own leaf. */
        record Here(Digest valueHash) implements End {}

        /** At an empty subtree. */
        record Nothing() implements End {}

        /** At the leaf of another key with the same first bits. */
        record Another(Digest key, Digest valueHash) implements End {}
    }

    /** What a proof shows. */
    public sealed interface Verdict {
        /** The key is in the release, with this value hash. */
        record Present(Digest valueHash) implements Verdict {}

        /** The key is not in the release. */
        record Absent() implements Verdict {}
    }

    private static final int VERSION = 1;
    private static final int MAX_DEPTH = 256;
    private static final int NOTHING = 0;
    private static final int HERE = 1;
    private static final int ANOTHER = 2;

    public KeyProof {
        siblings = List.copyOf(siblings);
    }

    /**
     * What the proof shows of a key under a root; empty if it shows nothing: the path leads to another root, the other leaf
     * does not share the path, or a subtree of fewer than two keys is drawn as a node.
     */
    public Optional<Verdict> verdict(Digest key, Digest root) {
        int depth = siblings.size();
        if (depth > MAX_DEPTH || depth > 0 && siblings.get(depth - 1).isEmpty()) {
            return Optional.empty();
        }
        TrieHash hash = new TrieHash();
        Digest below;
        Verdict verdict = new Verdict.Absent();
        if (end instanceof End.Here here) {
            below = hash.leaf(key, here.valueHash());
            verdict = new Verdict.Present(here.valueHash());
        } else if (end instanceof End.Another another) {
            if (another.key().equals(key) || !sharesBits(another.key(), key, depth)) {
                return Optional.empty();
            }
            below = hash.leaf(another.key(), another.valueHash());
        } else {
            below = TrieHash.EMPTY;
        }
        byte[] bits = key.bytes();
        for (int level = depth - 1; level >= 0; level--) {
            Digest sibling = siblings.get(level).orElse(TrieHash.EMPTY);
            below = TrieHash.bit(bits, 0, level) == 0 ? hash.node(below, sibling) : hash.node(sibling, below);
        }
        return below.equals(root) ? Optional.of(verdict) : Optional.empty();
    }

    /**
     * Requires that the proof shows that the key is not in the release.
     *
     * @throws IntegrityException if it does not
     */
    public void verifyAbsent(Digest key, Digest root) {
        if (!verdict(key, root).filter(Verdict.Absent.class::isInstance).isPresent()) {
            throw new IntegrityException(UserMessage.of("proof.not-absent", key.hex(), root.hex()));
        }
    }

    /** Hashes in the proof, those at its end included. */
    public int hashes() {
        int atEnd = end instanceof End.Nothing ? 0 : end instanceof End.Here ? 1 : 2;
        return (int) siblings.stream().filter(Optional::isPresent).count() + atEnd;
    }

    private static boolean sharesBits(Digest a, Digest b, int count) {
        byte[] x = a.bytes();
        byte[] y = b.bytes();
        for (int i = 0; i < count; i++) {
            if (TrieHash.bit(x, 0, i) != TrieHash.bit(y, 0, i)) {
                return false;
            }
        }
        return true;
    }

    /** The proof in its binary form. */
    public byte[] bytes() {
        int depth = siblings.size();
        ByteBuffer out = ByteBuffer.allocate(4 + (depth + 7) / 8 + hashes() * Digest.BYTES);
        out.put((byte) VERSION).put((byte) kind()).putShort((short) depth);
        byte[] present = new byte[(depth + 7) / 8];
        for (int i = 0; i < depth; i++) {
            present[i / 8] |= (byte) (siblings.get(i).isPresent() ? 0x80 >>> i % 8 : 0);
        }
        out.put(present);
        siblings.forEach(sibling -> sibling.ifPresent(hash -> out.put(hash.bytes())));
        if (end instanceof End.Here here) {
            out.put(here.valueHash().bytes());
        } else if (end instanceof End.Another another) {
            out.put(another.key().bytes()).put(another.valueHash().bytes());
        }
        return out.array();
    }

    private int kind() {
        return end instanceof End.Nothing ? NOTHING : end instanceof End.Here ? HERE : ANOTHER;
    }

    /**
     * Reads a proof.
     *
     * @throws MalformedSourceException if the bytes are not one, in the only spelling that each has
     */
    public static KeyProof parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < 4 || in.get() != VERSION) {
            throw malformed("version");
        }
        int kind = in.get();
        int depth = in.getShort() & 0xFFFF;
        if (kind < NOTHING || kind > ANOTHER || depth > MAX_DEPTH || in.remaining() < (depth + 7) / 8) {
            throw malformed("head");
        }
        byte[] present = new byte[(depth + 7) / 8];
        in.get(present);
        int count = 0;
        for (byte eight : present) {
            count += Integer.bitCount(eight & 0xFF);
        }
        boolean spare = depth % 8 != 0 && (present[depth / 8] & 0xFF >>> depth % 8) != 0;
        if (spare || in.remaining() != (count + kind) * Digest.BYTES) {
            throw malformed("length");
        }
        List<Optional<Digest>> siblings = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            boolean there = (present[i / 8] & 0x80 >>> i % 8) != 0;
            siblings.add(there ? Optional.of(sibling(in)) : Optional.empty());
        }
        return new KeyProof(siblings, end(kind, in));
    }

    private static Digest sibling(ByteBuffer in) {
        Digest sibling = digest(in);
        if (sibling.equals(TrieHash.EMPTY)) {
            throw malformed("empty-sibling");
        }
        return sibling;
    }

    private static End end(int kind, ByteBuffer in) {
        return switch (kind) {
            case NOTHING -> new End.Nothing();
            case HERE -> new End.Here(digest(in));
            default -> new End.Another(digest(in), digest(in));
        };
    }

    private static Digest digest(ByteBuffer in) {
        byte[] bytes = new byte[Digest.BYTES];
        in.get(bytes);
        return Digest.of(bytes);
    }

    private static MalformedSourceException malformed(String detail) {
        return new MalformedSourceException(
                UserMessage.of("proof.malformed-key-proof", UserMessage.of("proof.detail." + detail)));
    }
}
