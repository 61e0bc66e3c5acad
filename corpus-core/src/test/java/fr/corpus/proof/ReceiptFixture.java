package fr.corpus.proof;

import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.InclusionProof;
import fr.corpus.tlog.MerkleTree;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogProof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Receipts made from docs/formats/opt-out-log-entry.md and not by the registry's code, so that records and entries can be changed
 * and sealed, logged and signed again.
 */
final class ReceiptFixture {

    static final SignerKey LOG = SignerKey.of("registre.exemple/reservations", SignatureKind.ED25519, seed(1));
    static final SignerKey WITNESS = SignerKey.of("temoin.exemple/a", SignatureKind.COSIGNATURE, seed(2));
    static final SignerKey WITNESS_B = SignerKey.of("temoin.exemple/b", SignatureKind.COSIGNATURE, seed(3));
    static final long TIME = 1_795_507_200_123L;

    /** The private record of entries that give a reason. */
    static final byte[] REASON = CanonicalJson.of(Map.of("v", 1L, "reason", "domaine public"));

    private static final byte[] SALT = seed(9);
    private static final List<String> SHOWN = List.of("ark", "bytes", "doi", "isbn", "iscc", "issn", "sample", "text");

    private ReceiptFixture() {}

    static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return seed;
    }

    /** Policies that accept the log: with no witness, one of two, or all of a group. */
    static List<byte[]> policies() {
        String log = "log " + LOG.verifier() + "\n";
        String witnesses = "witness a " + WITNESS.verifier() + "\nwitness b " + WITNESS_B.verifier()
                + " https://temoin.exemple/\n";
        return List.of(
                utf8(log + "quorum none\n"),
                utf8("# confiance\n" + log + witnesses + "group un any a b\nquorum un\n"),
                utf8(log + "\n" + witnesses + "group tous all a b\nquorum tous\n"));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A record with every kind of selector and a mandate. */
    static Map<String, Object> record(int samples) {
        Map<String, Object> grantor = Map.of("kind", "author", "name", "Anne Exemple");
        Map<String, Object> chain = new TreeMap<>(Map.of("grantor", grantor, "from", "2020-01-01T00:00:00Z"));
        Map<String, Object> mandate = new TreeMap<>(Map.of(
                "grantor",
                grantor,
                "from",
                "2026-01-01T00:00:00Z",
                "until",
                "2030-01-01T00:00:00.500Z",
                "evidence",
                "0a".repeat(32),
                "chain",
                chain));
        SplittableRandom random = new SplittableRandom(samples);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < samples; i++) {
            digits.append(HexFormat.of().toHexDigits(random.nextLong() & -16L));
        }
        Map<String, Object> work = new TreeMap<>(Map.of(
                "bytes",
                "01".repeat(32),
                "text",
                "02".repeat(32),
                "iscc",
                "03".repeat(32),
                "samples",
                digits.toString()));
        List<Object> selectors = new ArrayList<>(List.of(
                Map.of("isbn", "9782070360024"),
                Map.of("author", "anne exemple"),
                Map.of("url", "exemple.fr/poemes/1.html"),
                Map.of("prefix", "exemple.fr/romans/"),
                Map.of("pattern", Map.of("host", "exemple.fr", "path", "/*/vers.html"))));
        if (samples > 0) {
            selectors.add(Map.of("work", work));
        }
        Map<String, Object> record = new TreeMap<>();
        record.put("v", 1L);
        record.put("holder", Map.of("kind", "publisher", "name", "Éditions de l’Exemple"));
        record.put("mandate", mandate);
        record.put("tier", 2L);
        record.put("categories", List.of("mine", "train-genai"));
        record.put("basis", "art4");
        record.put("channel", "registry");
        record.put("declaredAt", "2026-11-24T08:00:00.123456Z");
        record.put("selectors", selectors);
        if (samples % 2 == 1) {
            record.put(
                    "controls",
                    List.of(Map.of(
                            "host", "exemple.fr",
                            "method", "dns",
                            "place", "_corpus-reservation.exemple.fr",
                            "at", "2026-11-24T08:00:00Z",
                            "received", "0b".repeat(32))));
        }
        return record;
    }

    /** The entry that seals a record; its public part is that of the record where the record can be read. */
    static Map<String, Object> entry(Map<String, Object> record) {
        Map<String, Object> entry = new TreeMap<>();
        entry.put("v", 1L);
        entry.put("type", "reservation");
        entry.put("id", "000102030405060708090a0b0c0d0e0f");
        entry.put("version", 1L);
        entry.put("status", "received");
        entry.put("time", TIME);
        entry.put("mmdSeconds", 86_400L);
        entry.put("commitment", commitment(CanonicalJson.of(record)));
        entry.put("categories", record.getOrDefault("categories", List.of("mine")));
        entry.put("tier", record.getOrDefault("tier", 2L));
        Map<String, TreeSet<Digest>> shown = new TreeMap<>();
        Map<String, TreeSet<Digest>> masked = new TreeMap<>();
        if (record.get("selectors") instanceof List<?> selectors) {
            selectors.forEach(each -> add(each, shown, masked));
        }
        entry.put("keys", lists(shown));
        entry.put("masked", lists(masked));
        return entry;
    }

    /** An entry of a type that declares nothing, in the form that its type has. */
    static Map<String, Object> entry(String type) {
        Map<String, Object> entry = entry(record(0));
        for (String field : List.of("categories", "tier", "keys", "masked")) {
            entry.remove(field);
        }
        entry.put("type", type);
        entry.put("previous", 3L);
        boolean rotation = type.equals("key-rotation");
        if (rotation) {
            entry.put("id", "0".repeat(32));
            entry.put("version", 2L);
            entry.put("key", LOG.verifier().toString());
        }
        if (rotation || type.equals("erasure")) {
            entry.remove("commitment");
        } else {
            entry.put("commitment", commitment(REASON));
        }
        return entry;
    }

    private static void add(Object selector, Map<String, TreeSet<Digest>> shown, Map<String, TreeSet<Digest>> masked) {
        if (!(selector instanceof Map<?, ?> map)) {
            return;
        }
        map.forEach((type, value) -> {
            if (value instanceof String text) {
                put((String) type, text, shown, masked);
            } else if (type.equals("pattern") && value instanceof Map<?, ?> pattern) {
                put("pattern", "" + pattern.get("host") + pattern.get("path"), shown, masked);
            } else if (value instanceof Map<?, ?> work) {
                for (String each : List.of("bytes", "text", "iscc")) {
                    if (work.get(each) instanceof String text) {
                        put(each, text, shown, masked);
                    }
                }
                String samples = String.valueOf(work.get("samples"));
                for (int i = 0; i + 16 <= samples.length(); i += 16) {
                    put("sample", samples.substring(i, i + 16), shown, masked);
                }
            }
        });
    }

    private static void put(
            String type, String value, Map<String, TreeSet<Digest>> shown, Map<String, TreeSet<Digest>> masked) {
        Digest digest = Sha256.of(utf8(type + "\0" + value));
        boolean open = SHOWN.contains(type);
        Digest seen = open ? digest : Sha256.of(JsonMutator.joined(new byte[] {3}, SALT, digest.bytes()));
        (open ? shown : masked).computeIfAbsent(type, key -> new TreeSet<>()).add(seen);
    }

    private static Map<String, Object> lists(Map<String, TreeSet<Digest>> digests) {
        Map<String, Object> lists = new TreeMap<>();
        digests.forEach((type, all) -> {
            if (all.size() <= 32) {
                lists.put(type, all.stream().map(Digest::hex).toList());
            } else {
                MerkleTree tree = new MerkleTree();
                all.forEach(digest -> tree.add(digest.bytes()));
                lists.put(
                        type,
                        Map.of("count", (long) all.size(), "root", tree.root().hex()));
            }
        });
        return lists;
    }

    static String commitment(byte[] record) {
        return Sha256.of(JsonMutator.joined(new byte[] {2}, SALT, record)).hex();
    }

    static byte[] opening(byte[] record) {
        return CanonicalJson.of(Map.of(
                "v", 1L, "salt", HexFormat.of().formatHex(SALT), "record", new String(record, StandardCharsets.UTF_8)));
    }

    /**
     * The proof of an entry among others, cosigned by both witnesses.
     *
     * @param extra the opening; none if empty
     * @param witnessedSeconds when the witnesses saw it
     */
    static byte[] proof(byte[] entry, byte[] extra, int index, int size, long witnessedSeconds) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(i == index ? entry : utf8("autre " + i));
        }
        String text = Checkpoint.of(LOG.verifier().name(), size, tree.root()).text();
        SignedNote note = LOG.note(text)
                .with(WITNESS.sign(text, witnessedSeconds))
                .with(WITNESS_B.sign(text, witnessedSeconds + 7));
        TlogProof proof = TlogProof.of(InclusionProof.of(tree, index, size), note);
        return (extra.length == 0 ? proof : proof.withExtra(extra)).bytes();
    }
}
