package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.proof.KeyProof.Verdict;
import fr.corpus.testing.Vectors;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class KeyTrieTest {

    private static final long SEED = 20260107;

    @TempDir
    Path directory;

    private record Pair(Digest key, Digest value) {}

    private static Digest digest(String text) {
        return Sha256.of(text);
    }

    /** A key that begins with some bits and is zero after them. */
    private static Digest bits(int count, int value) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < count; i++) {
            bytes[i / 8] |= (byte) ((value >>> (count - 1 - i) & 1) << (7 - i % 8));
        }
        return Digest.of(bytes);
    }

    private Digest build(List<Pair> pairs, int pairsInMemory) throws IOException {
        try (KeyTrieBuilder builder = new KeyTrieBuilder(directory, pairsInMemory)) {
            for (Pair pair : pairs) {
                builder.add(pair.key(), pair.value());
            }
            return builder.finish();
        }
    }

    /** The definition, on a map from key to value hash. */
    private static Digest naiveRoot(SortedMap<Digest, Digest> map, int depth) {
        TrieHash hash = new TrieHash();
        if (map.isEmpty()) {
            return TrieHash.EMPTY;
        }
        if (map.size() == 1) {
            return hash.leaf(map.firstKey(), map.get(map.firstKey()));
        }
        SortedMap<Digest, Digest> left = new TreeMap<>();
        SortedMap<Digest, Digest> right = new TreeMap<>();
        map.forEach((key, value) -> (TrieHash.bit(key.bytes(), 0, depth) == 0 ? left : right).put(key, value));
        return hash.node(naiveRoot(left, depth + 1), naiveRoot(right, depth + 1));
    }

    private static SortedMap<Digest, Digest> valueHashes(List<Pair> pairs) {
        SortedMap<Digest, List<Digest>> values = new TreeMap<>();
        pairs.stream()
                .distinct()
                .forEach(pair -> values.computeIfAbsent(pair.key(), key -> new ArrayList<>())
                        .add(pair.value()));
        SortedMap<Digest, Digest> hashes = new TreeMap<>();
        values.forEach((key, list) -> {
            Collections.sort(list);
            hashes.put(key, KeyTrie.valueHash(list));
        });
        return hashes;
    }

    private static Optional<Verdict> verdictFor(SortedMap<Digest, Digest> map, Digest key) {
        return Optional.of(map.containsKey(key) ? new Verdict.Present(map.get(key)) : new Verdict.Absent());
    }

    /** Every set of keys over three bits, and every key over four. */
    @Test
    void answersRightlyForEverySmallSet() throws IOException {
        for (int set = 0; set < 256; set++) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                if ((set >>> i & 1) == 1) {
                    pairs.add(new Pair(bits(3, i), digest("document " + i)));
                }
            }
            SortedMap<Digest, Digest> map = valueHashes(pairs);
            Digest root = build(pairs, 2);
            assertThat(root).isEqualTo(naiveRoot(map, 0));
            try (KeyTrie trie = KeyTrie.open(directory)) {
                assertThat(trie.root()).isEqualTo(root);
                trie.verify();
                for (int i = 0; i < 16; i++) {
                    Digest key = bits(4, i);
                    KeyProof proof = trie.prove(key);
                    assertThat(proof.verdict(key, root)).isEqualTo(verdictFor(map, key));
                    assertThat(KeyProof.parse(proof.bytes())).isEqualTo(proof);
                }
            }
        }
    }

    @Test
    void answersRightlyWithBucketsThatAreFullEmptyOrOfOneKey() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            // All under 0101 0101 0101 but a few: most of the upper tree is empty or has one key.
            byte[] bytes = digest("cle " + i).bytes();
            bytes[0] = 0x55;
            bytes[1] = (byte) (0x50 | bytes[1] & 0x0F);
            pairs.add(new Pair(Digest.of(bytes), digest("valeur " + i)));
        }
        pairs.add(new Pair(bits(8, 0xFF), digest("à part")));
        pairs.add(new Pair(bits(8, 0x00), digest("à part aussi")));
        assertThat(TrieLayout.bucketBits(pairs.size())).isEqualTo(4);
        SortedMap<Digest, Digest> map = valueHashes(pairs);
        Digest root = build(pairs, 1000);
        assertThat(root).isEqualTo(naiveRoot(map, 0));
        try (KeyTrie trie = KeyTrie.open(directory)) {
            trie.verify();
            List<Digest> asked = new ArrayList<>();
            for (int i = 0; i < 256; i++) {
                asked.add(bits(8, i));
                asked.add(pairs.get(i * 11).key());
                asked.add(digest("autre " + i));
            }
            for (Digest key : asked) {
                KeyProof proof = trie.prove(key);
                assertThat(proof.verdict(key, root)).isEqualTo(verdictFor(map, key));
                assertThat(trie.values(key)).hasSize(map.containsKey(key) ? 1 : 0);
            }
        }
    }

    @Test
    void givesTheSameFilesInAnyOrderAndWithAnyMemory() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            pairs.add(new Pair(digest("cle " + i % 3_000), digest("valeur " + i % 4_000)));
        }
        Digest expected = build(pairs, 1 << 13);
        List<byte[]> files = files();
        for (int memory : new int[] {1_700, 97, 5_000}) {
            Collections.shuffle(pairs, new Random(SEED));
            assertThat(build(pairs, memory)).as("seed %d", SEED).isEqualTo(expected);
            for (int i = 0; i < files.size(); i++) {
                assertThat(files().get(i)).isEqualTo(files.get(i));
            }
        }
        try (var left = Files.list(directory)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsOnly("index", "records", "values");
        }
    }

    /** A trie large enough to have hashes that are not held takes millions of keys; a small one holds fewer. */
    @Test
    void provesTheSameWhicheverHashesItHolds() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            pairs.add(new Pair(digest("cle " + i), digest("valeur " + i)));
        }
        build(pairs, 10_000);
        assertThat(TrieLayout.bucketBits(pairs.size())).isEqualTo(5);
        try (KeyTrie all = KeyTrie.open(directory)) {
            for (int held = 0; held <= 6; held++) {
                try (KeyTrie some = KeyTrie.open(directory, held)) {
                    for (int i = 0; i < 10_000; i += 7) {
                        Digest key = digest("cle " + i);
                        assertThat(some.prove(key)).isEqualTo(all.prove(key));
                    }
                }
            }
        }
    }

    private List<byte[]> files() throws IOException {
        return List.of(
                Files.readAllBytes(directory.resolve("index")),
                Files.readAllBytes(directory.resolve("records")),
                Files.readAllBytes(directory.resolve("values")));
    }

    @Test
    void keepsEveryDocumentOfAKey() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        Digest host = new Key(KeyType.HOST, "exemple.fr").digest();
        for (int i = 0; i < 900; i++) {
            pairs.add(new Pair(host, digest("document " + i % 450)));
            pairs.add(new Pair(new Key(KeyType.URL, "exemple.fr/" + i).digest(), digest("document " + i % 450)));
        }
        Digest root = build(pairs, 100);
        try (KeyTrie trie = KeyTrie.open(directory)) {
            assertThat(trie.keys()).isEqualTo(901);
            assertThat(trie.pairs()).isEqualTo(900 + 450);
            List<Digest> documents = trie.values(host);
            assertThat(documents).hasSize(450).isSorted().doesNotHaveDuplicates();
            assertThat(trie.prove(host).verdict(host, root))
                    .contains(new Verdict.Present(KeyTrie.valueHash(documents)));
            trie.verify();
        }
    }

    @Test
    void givesTheRootsAndProofsOfTheVectors() throws IOException {
        for (JsonNode set : Vectors.json("key-trie/vectors.json").get("sets")) {
            List<Pair> pairs = new ArrayList<>();
            if (set.get("pairs").isArray()) {
                set.get("pairs")
                        .forEach(pair -> pairs.add(new Pair(
                                Digest.parse(pair.get(0).asString()),
                                Digest.parse(pair.get(1).asString()))));
            } else {
                for (int i = 0; i < 700; i++) {
                    pairs.add(new Pair(digest("cle " + i), digest("valeur " + i)));
                }
            }
            Digest root = build(pairs, 50);
            assertThat(root.hex())
                    .as(set.get("name").asString())
                    .isEqualTo(set.get("root").asString());
            try (KeyTrie trie = KeyTrie.open(directory)) {
                assertThat(trie.keys()).isEqualTo(set.get("keys").asLong());
                for (JsonNode vector : set.get("proofs")) {
                    Digest key = Digest.parse(vector.get("key").asString());
                    KeyProof proof = trie.prove(key);
                    assertThat(HexFormat.of().formatHex(proof.bytes()))
                            .isEqualTo(vector.get("proof").asString());
                    String verdict = proof.verdict(key, root)
                            .map(v -> v instanceof Verdict.Present ? "present" : "absent")
                            .orElse("nothing");
                    assertThat(verdict).isEqualTo(vector.get("verdict").asString());
                }
            }
        }
    }

    @Test
    void refusesTheFalseProofsOfTheVectors() {
        for (JsonNode vector : Vectors.json("key-trie/vectors.json").get("refused")) {
            byte[] proof = HexFormat.of().parseHex(vector.get("proof").asString());
            Digest key = Digest.parse(vector.get("key").asString());
            Digest root = Digest.parse(vector.get("root").asString());
            assertThat(shows(proof, key, root)).as(vector.get("why").asString()).isEmpty();
        }
    }

    private static Optional<Verdict> shows(byte[] proof, Digest key, Digest root) {
        try {
            return KeyProof.parse(proof).verdict(key, root);
        } catch (MalformedSourceException e) {
            return Optional.empty();
        }
    }

    @Test
    void noChangedByteOfAProofIsAccepted() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            pairs.add(new Pair(digest("cle " + i), digest("valeur " + i)));
        }
        Digest root = build(pairs, 100);
        try (KeyTrie trie = KeyTrie.open(directory)) {
            for (Digest key : List.of(digest("cle 3"), digest("cle 400"), digest("cle 401"), digest("cle 402"))) {
                byte[] proof = trie.prove(key).bytes();
                for (int i = 0; i < proof.length; i++) {
                    for (int bit = 0; bit < 8; bit++) {
                        byte[] changed = proof.clone();
                        changed[i] ^= (byte) (1 << bit);
                        assertThat(shows(changed, key, root))
                                .as("byte %d, bit %d", i, bit)
                                .isEmpty();
                    }
                    assertThat(shows(Arrays.copyOf(proof, i), key, root)).isEmpty();
                }
            }
        }
    }

    /** What a lying publisher would need: one root under which a key is both. */
    @Test
    void noProofOfAnotherKeyServesForThisOne() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            pairs.add(new Pair(digest("cle " + i), digest("valeur " + i)));
        }
        Digest root = build(pairs, 100);
        SortedMap<Digest, Digest> map = valueHashes(pairs);
        try (KeyTrie trie = KeyTrie.open(directory)) {
            for (int i = 0; i < 120; i++) {
                KeyProof proof = trie.prove(digest("cle " + i));
                for (int j = 0; j < 120; j++) {
                    Digest other = digest("cle " + j);
                    Optional<Verdict> verdict = proof.verdict(other, root);
                    assertThat(verdict.isEmpty() || verdict.equals(verdictFor(map, other)))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void noticesEveryCorruptFile() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            pairs.add(new Pair(digest("cle " + i), digest("valeur " + i)));
        }
        Digest root = build(pairs, 100);
        for (String name : List.of("index", "records", "values")) {
            Path file = directory.resolve(name);
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at += 1 + good.length / 200) {
                byte[] bad = good.clone();
                bad[at] ^= 0x10;
                Files.write(file, bad);
                assertThat(isSound()).as("%s, byte %d", name, at).isFalse();
                assertProofsAreRightOrRefused(root);
            }
            Files.write(file, Arrays.copyOf(good, good.length - 1));
            assertThat(isSound()).isFalse();
            Files.write(file, good);
        }
        assertThat(isSound()).isTrue();
    }

    /** Whoever writes the trie may put two keys out of order and compute all hashes over that: a key can then be denied. */
    @Test
    void noticesTwoKeysThatAreSwappedThoughEveryHashIsRight() throws IOException {
        SortedMap<Digest, Digest> pairs = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            pairs.put(digest("cle " + i), digest("valeur " + i));
        }
        for (int swapped = -1; swapped < pairs.size() - 1; swapped += 8) {
            List<Digest> keys = new ArrayList<>(pairs.keySet());
            if (swapped >= 0) {
                Collections.swap(keys, swapped, swapped + 1);
            }
            try (TrieRecordWriter records = new TrieRecordWriter(directory)) {
                for (Digest key : keys) {
                    byte[] pair = Arrays.copyOf(key.bytes(), 64);
                    System.arraycopy(pairs.get(key).bytes(), 0, pair, 32, 32);
                    records.accept(pair, 0);
                }
                assertThat(records.finish()).isEqualTo(keys.size());
            }
            new TrieIndexWriter(directory, keys.size()).write();
            assertThat(isSound()).as("swapped at %d", swapped).isEqualTo(swapped < 0);
        }
    }

    private boolean isSound() throws IOException {
        try (KeyTrie trie = KeyTrie.open(directory)) {
            trie.verify();
            return true;
        } catch (IntegrityException | EOFException e) {
            return false;
        }
    }

    /** Whatever the files say, no wrong verdict comes out of a verifier that has the right root. */
    private void assertProofsAreRightOrRefused(Digest root) throws IOException {
        for (int i = 597; i < 603; i++) {
            Digest key = digest("cle " + i);
            try (KeyTrie trie = KeyTrie.open(directory)) {
                Optional<Verdict> verdict = trie.prove(key).verdict(key, root);
                boolean present = i < 600;
                assertThat(verdict.isEmpty() || verdict.get() instanceof Verdict.Present == present)
                        .isTrue();
            } catch (IntegrityException | EOFException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void requiresAnAbsenceThatIsShown() throws IOException {
        Digest root = build(List.of(new Pair(digest("a"), digest("b"))), 10);
        try (KeyTrie trie = KeyTrie.open(directory)) {
            trie.prove(digest("x")).verifyAbsent(digest("x"), root);
            KeyProof present = trie.prove(digest("a"));
            assertThatThrownBy(() -> present.verifyAbsent(digest("a"), root)).isInstanceOf(IntegrityException.class);
        }
    }
}
