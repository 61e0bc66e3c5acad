package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.internal.json.JsonTree;
import fr.corpus.proof.KeyEntry.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the library agree on the parts of which proofs are made: signatures, canonical values, verdicts. */
class KeyAgreementTest {

    private static final long SEED = 20_261_124;

    private static final Map<KeyType, List<String>> CANONICAL = Map.ofEntries(
            Map.entry(KeyType.BYTES, List.of("0a".repeat(32))),
            Map.entry(KeyType.TEXT, List.of("f0".repeat(32))),
            Map.entry(KeyType.SAMPLE, List.of("0123456789abcde0")),
            Map.entry(KeyType.HOST, List.of("exemple.fr", "a-b.c_d.exemple.fr", "[::1]", "xn--t-eha.fr")),
            Map.entry(KeyType.DOMAIN, List.of("exemple.fr")),
            Map.entry(
                    KeyType.URL,
                    List.of(
                            "exemple.fr/",
                            "exemple.fr:8080/a/b.html?x=1&y=[2]",
                            "a.b.c/%C3%A9t%C3%A9/(1);v=2,$@:!*'+?/?",
                            "[2001:db8::1.2.3.4]:81/x",
                            "[1:2:3:4:5:6:7:8]/",
                            "exemple.fr:0081/")),
            Map.entry(KeyType.PREFIX, List.of("exemple.fr/", "exemple.fr/a/%7C/", "exemple.fr/a?b/")),
            Map.entry(KeyType.ISBN, List.of("9782070360024", "9791034900008")),
            Map.entry(KeyType.ISSN, List.of("0317-8471", "2434-561X")),
            Map.entry(KeyType.DOI, List.of("10.1000/xyz123", "10.1234.5/é(2)", "10.12345/ß")),
            Map.entry(KeyType.ARK, List.of("ark:/12148/bpt6k5802565q", "ark:/67375/A=~*+@_$%B")),
            Map.entry(KeyType.ISNI, List.of("0000000121200982", "000000012146438X")),
            Map.entry(KeyType.AUTHOR, List.of("anne exemple", "anne anne", "мария толстая", "李 白", "a ø ł")));

    private static final String SIGNS =
            "abcxyzABCXZ0123456789 .-_~:/?#[]@!$&'()*+,;=%\"<>\\^`{|}éÉœßæﬁıİ\u00a0\u2003\u0301\u200b\t\nю漢ǆ²";

    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.withPage(directory);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void onOddSignatures() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/vectors/ed25519/edge.tsv"));
        List<?> said = (List<?>) browser.apply("""
                (lines) => lines.map((line) => {
                  const [key, message, signature] = line.split('\\t').map((digits) => fromHex(digits, digits.length / 2));
                  return String(isSignature(key, message, signature));
                })""", lines);
        assertThat(said)
                .isEqualTo(lines.stream().map(line -> line.split("\t", -1)[3]).toList());
    }

    @Test
    void onTheVectorsOfKeyTries() throws IOException {
        Object vectors =
                JsonTree.parse(Files.readAllBytes(Path.of("src/test/resources/vectors/key-trie/vectors.json")));
        Object said = browser.apply("""
                ({ sets, refused }) => {
                  const bytes = (digits) => fromHex(digits, digits.length / 2);
                  const said = ({ key, proof }, root) => {
                    try {
                      const parsed = parseKeyProof(bytes(proof));
                      const holds = holdsKeyProof(parsed, bytes(key), bytes(root));
                      return !holds ? 'nothing' : parsed.kind === END_HERE ? 'present' : 'absent';
                    } catch (e) {
                      return e instanceof Refusal ? 'nothing' : e.stack;
                    }
                  };
                  return [
                    ...sets.flatMap(({ root, proofs }) => proofs.map((each) => [said(each, root), each.verdict])),
                    ...refused.map((each) => [said(each, each.root), 'nothing']),
                  ];
                }""", Objects.requireNonNull(vectors));
        assertThat((List<?>) said)
                .hasSizeGreaterThan(25)
                .allSatisfy(pair -> assertThat(((List<?>) pair).get(0)).isEqualTo(((List<?>) pair).get(1)));
    }

    @Test
    void onWhichValuesAreCanonical() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Map<String, String>> keys = new ArrayList<>();
        CANONICAL.forEach((type, values) -> values.forEach(value -> {
            assertThat(CanonicalKeys.has(new Key(type, value)))
                    .as("%s %s", type, value)
                    .isTrue();
            keys.add(Map.of("type", type.word(), "value", value));
            for (int i = 0; i < 200; i++) {
                keys.add(Map.of("type", type.word(), "value", changed(random, value)));
            }
        }));
        List<?> said = (List<?>) browser.apply("(keys) => keys.map((key) => isCanonicalKey(key))", keys);
        int canonical = 0;
        for (int i = 0; i < keys.size(); i++) {
            Map<String, String> key = keys.get(i);
            boolean expected = isCanonical(KeyType.find(key.get("type")).orElseThrow(), key.get("value"));
            assertThat(said.get(i)).as("seed %d: %s", SEED, key).isEqualTo(expected);
            canonical += expected ? 1 : 0;
        }
        assertThat(canonical).isBetween(keys.size() / 20, keys.size() * 19 / 20);
    }

    /** A malformed number in an address ends in this exception, which readers of proofs refuse. */
    private static boolean isCanonical(KeyType type, String value) {
        try {
            return CanonicalKeys.has(new Key(type, value));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String changed(SplittableRandom random, String value) {
        StringBuilder text = new StringBuilder(value);
        for (int changes = random.nextInt(1, 3); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, sign);
                case 1 -> text.insert(at, value, 0, random.nextInt(value.length()) + 1);
                case 2 -> text.replace(Math.min(at, text.length()), Math.min(at + 1, text.length()), "");
                default ->
                    text.replace(Math.min(at, text.length()), Math.min(at + 1, text.length()), String.valueOf(sign));
            }
            if (text.isEmpty()) {
                text.append(sign);
            }
        }
        return text.toString();
    }

    @Test
    void onVerdictsOverRandomDocuments() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        Agreement agreement = new Agreement(browser);
        for (int i = 0; i < 60; i++) {
            agreement.proof("release of seed " + (SEED + 1) + ", " + i, proof(random, directory.resolve("keys" + i)));
        }
        Map<String, Integer> said = agreement.require();
        assertThat(said.keySet()).allMatch(answer -> answer.startsWith("holds"));
        assertThat(said.size()).isGreaterThan(5);
    }

    /** A proof over samples and exact keys that some documents have by chance, near enough together to quote at times. */
    private static byte[] proof(SplittableRandom random, Path keys) throws IOException {
        int samples = random.nextInt(1, 40);
        int spread = random.nextInt(2, 60);
        Map<Key, List<Holder>> holders = new TreeMap<>();
        for (int at = 0; at < samples; at++) {
            holders.put(
                    new Key(KeyType.SAMPLE, String.format("%015x0", at * 7919 % 1000)), holders(random, spread, true));
        }
        holders.put(new Key(KeyType.HOST, "exemple.fr"), holders(random, 1, false));
        holders.put(new Key(KeyType.ISBN, "9782070360024"), List.of());
        Files.createDirectories(keys);
        try (KeyTrieBuilder builder = new KeyTrieBuilder(keys, 1 << 16)) {
            for (Map.Entry<Key, List<Holder>> each : holders.entrySet()) {
                for (Holder holder : each.getValue()) {
                    builder.add(each.getKey().digest(), holder.value().bytes());
                }
            }
            builder.add(Sha256.of("autre"), Sha256.of("valeur"));
            builder.finish();
        }
        try (KeyTrie trie = KeyTrie.open(keys)) {
            ReleaseState state = ReleaseState.parse(SmallRelease.checkpoint(trie.root(), 9));
            List<Integer> places = new ArrayList<>();
            for (int at = 0; at < samples; at++) {
                places.add(random.nextInt(places.size() + 1), at);
            }
            List<KeyEntry> entries = new ArrayList<>();
            for (Map.Entry<Key, List<Holder>> each : holders.entrySet()) {
                boolean sample = each.getKey().type() == KeyType.SAMPLE;
                OptionalInt at = sample ? OptionalInt.of(places.remove(0)) : OptionalInt.empty();
                entries.add(
                        new KeyEntry(each.getKey(), at, trie.prove(each.getKey().digest()), each.getValue()));
            }
            ProofVerdict verdict = ProofVerdict.of(entries, samples).orElseThrow();
            return new ReleaseProof(new ReleaseProof.Subject(state, Optional.empty()), entries, samples, verdict)
                    .bytes();
        }
    }

    private static List<Holder> holders(SplittableRandom random, int spread, boolean sample) {
        Map<Digest, Holder> holders = new TreeMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            DocumentId id = DocumentId.of("essai", Sha256.of("document " + random.nextInt(3)));
            Optional<LicenseId> license = Optional.of("CC-BY-4.0")
                    .filter(each -> random.nextInt(3) > 0)
                    .map(LicenseId::of);
            Holder holder = new Holder(id, sample ? random.nextInt(spread) : 0, license);
            holders.put(holder.value().bytes(), holder);
        }
        return List.copyOf(holders.values());
    }
}
