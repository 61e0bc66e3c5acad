package fr.corpus.optout;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.tlog.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys of a reservation as the public log shows them. Immutable.
 *
 * <p>Keys that name a work are shown as their digests. Keys that may name a person or a person's site (author, ISNI, web
 * addresses) and patterns are <em>masked</em> by the entry's salt, so that nobody can test guesses against the log; the
 * registry's own snapshot has their values, and so has the holder's receipt.
 *
 * @param shown by type word: digests that anybody can compare
 * @param masked by type word: {@code SHA-256(0x03 ‖ salt ‖ digest)}
 */
public record EntryKeys(SortedMap<String, KeyList> shown, SortedMap<String, KeyList> masked) {

    /** Most digests of one type that an entry lists; of more it has the root only. */
    public static final int MAX_LISTED = 32;

    /** The type word of patterns, which are no keys. */
    static final String PATTERN = "pattern";

    private static final byte MASK = 3;
    private static final Set<KeyType> SHOWN = EnumSet.of(
            KeyType.BYTES,
            KeyType.TEXT,
            KeyType.ISBN,
            KeyType.ISSN,
            KeyType.DOI,
            KeyType.ARK,
            KeyType.ISCC,
            KeyType.SAMPLE);

    /** Digests of one type. */
    public sealed interface KeyList {
        /** Few: each, ascending. */
        record Listed(List<Digest> digests) implements KeyList {
            public Listed {
                digests = List.copyOf(digests);
            }
        }

        /**
         * Many: how many, and the RFC 6962 root over them, ascending, each one leaf of 32 bytes.
         *
         * @param count more than {@value #MAX_LISTED}
         * @param root the root
         */
        record Rooted(long count, Digest root) implements KeyList {}

        /** The list of some digests. */
        static KeyList of(TreeSet<Digest> digests) {
            if (digests.size() <= MAX_LISTED) {
                return new Listed(new ArrayList<>(digests));
            }
            MerkleTree tree = new MerkleTree();
            digests.forEach(digest -> tree.add(digest.bytes()));
            return new Rooted(digests.size(), tree.root());
        }
    }

    public EntryKeys {
        shown = new TreeMap<>(shown);
        masked = new TreeMap<>(masked);
    }

    /** The keys of some selectors under a salt. */
    static EntryKeys of(List<Selector> selectors, byte[] salt) {
        Map<String, TreeSet<Digest>> shown = new TreeMap<>();
        Map<String, TreeSet<Digest>> masked = new TreeMap<>();
        for (Selector selector : selectors) {
            if (selector instanceof Selector.Exact exact) {
                add(exact.key(), salt, shown, masked);
            } else if (selector instanceof Selector.Work work) {
                work.fingerprint().keys().forEach(key -> add(key, salt, shown, masked));
            } else if (selector instanceof Selector.Pattern pattern) {
                Digest digest = patternDigest(pattern.pattern());
                masked.computeIfAbsent(PATTERN, type -> new TreeSet<>()).add(mask(digest, salt));
            }
        }
        return new EntryKeys(lists(shown), lists(masked));
    }

    private static void add(
            Key key, byte[] salt, Map<String, TreeSet<Digest>> shown, Map<String, TreeSet<Digest>> masked) {
        boolean open = isShown(key.type());
        Digest digest = open ? key.digest() : mask(key.digest(), salt);
        (open ? shown : masked)
                .computeIfAbsent(key.type().word(), type -> new TreeSet<>())
                .add(digest);
    }

    private static SortedMap<String, KeyList> lists(Map<String, TreeSet<Digest>> digests) {
        SortedMap<String, KeyList> lists = new TreeMap<>();
        digests.forEach((type, all) -> lists.put(type, KeyList.of(all)));
        return lists;
    }

    /** Whether keys of a type stand in the log as they are. */
    public static boolean isShown(KeyType type) {
        return SHOWN.contains(type);
    }

    /** {@code SHA-256("pattern" ‖ 0x00 ‖ host and path)}. */
    static Digest patternDigest(UrlPattern pattern) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(PATTERN.getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) 0);
        return Digest.of(sha.digest(pattern.value().getBytes(StandardCharsets.UTF_8)));
    }

    /** What the log shows of a key that it must not show: {@code SHA-256(0x03 ‖ salt ‖ digest)}. */
    static Digest mask(Digest digest, byte[] salt) {
        MessageDigest sha = Sha256.newDigest();
        sha.update(MASK);
        sha.update(salt);
        return Digest.of(sha.digest(digest.bytes()));
    }
}
