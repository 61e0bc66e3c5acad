package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.testing.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, a parser answers with a value that writes the same bytes, or with a refusal. */
class HostileInputTest {

    private static final long SEED = 20260108;
    private static final int ROUNDS = 3_000;

    private static final SignerKey LOG = SignerKey.of("journal.exemple", SignatureKind.ED25519, new byte[32]);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** For parsers that take a text: whoever decodes bytes that are none refuses them before. */
    private static String text(byte[] bytes) {
        return Canonical.text(bytes).orElseThrow(() -> Malformed.of("note", "not-text"));
    }

    /** A parser followed by its writer; what cannot be written back stands for itself. */
    private static Map<String, Function<byte[], byte[]>> parsers() {
        Map<String, Function<byte[], byte[]>> parsers = new LinkedHashMap<>();
        parsers.put("note", bytes -> SignedNote.parse(bytes).bytes());
        parsers.put("proof", bytes -> TlogProof.parse(bytes).bytes());
        parsers.put("request", bytes -> WitnessRequest.parse(bytes).bytes());
        parsers.put("checkpoint", bytes -> utf8(Checkpoint.parse(text(bytes)).text()));
        parsers.put("key", bytes -> utf8(VerifierKey.parse(text(bytes)).toString()));
        parsers.put("secret", bytes -> utf8(SignerKey.parse(text(bytes)).secret()));
        parsers.put("policy", bytes -> TlogPolicy.parse(bytes).logs().isEmpty() ? bytes : bytes.clone());
        parsers.put("bundle", bytes -> EntryBundle.read(bytes, 3).size() == 3 ? bytes : new byte[0]);
        parsers.put(
                "path",
                bytes -> TilePath.parse(text(bytes))
                        .map(path -> utf8(path.toString()))
                        .orElse(bytes));
        return parsers;
    }

    private static List<byte[]> seeds() {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < 5; i++) {
            tree.add(new byte[] {(byte) i});
        }
        SignedNote note =
                LOG.note(Checkpoint.of("journal.exemple", 5, tree.root()).text());
        InclusionProof inclusion = InclusionProof.of(tree, 2, 5);
        return List.of(
                note.bytes(),
                Vectors.bytes("c2sp/checkpoint-arche2025h1.txt"),
                TlogProof.of(inclusion, note).withExtra(new byte[] {1, 2}).bytes(),
                new WitnessRequest(2, inclusion.hashes(), note).bytes(),
                utf8(note.text()),
                utf8(LOG.verifier().toString()),
                utf8(LOG.secret()),
                utf8("log " + LOG.verifier() + "\n# rien\nquorum none\n"),
                EntryBundle.write(List.of(new byte[3], new byte[0], new byte[300])),
                utf8("tile/0/x001/x234/067.p/8"));
    }

    private static byte[] mutate(byte[] seed, SplittableRandom random) {
        byte[] bytes = seed.clone();
        for (int n = random.nextInt(4); n >= 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\n +-=0/A\u007f".charAt(random.nextInt(9));
                case 2 -> bytes = splice(bytes, at, bytes, random.nextInt(bytes.length));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    /** The beginning of one and the end of another. */
    private static byte[] splice(byte[] a, int from, byte[] b, int to) {
        byte[] joined = new byte[from + b.length - to];
        System.arraycopy(a, 0, joined, 0, from);
        System.arraycopy(b, to, joined, from, b.length - to);
        return joined;
    }

    @Test
    void refusesOrRepeatsWhateverComes() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<byte[]> seeds = seeds();
        Map<String, Integer> accepted = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutate(seeds.get(random.nextInt(seeds.size())), random);
            int number = round;
            parsers().forEach((name, parser) -> {
                try {
                    assertThat(parser.apply(bytes))
                            .as("seed %d, round %d, %s", SEED, number, name)
                            .isEqualTo(bytes);
                    accepted.merge(name, 1, Integer::sum);
                } catch (MalformedSourceException e) {
                    assertThat(e.getMessage()).hasSizeLessThan(300);
                }
            });
        }
        assertThat(accepted).containsKeys("note", "proof", "request", "checkpoint", "policy", "bundle", "path");
    }

    @Test
    void startsFromDocumentsThatAreRead() {
        for (byte[] seed : seeds()) {
            assertThat(parsers().values().stream().filter(parser -> isRead(parser, seed)))
                    .isNotEmpty();
        }
    }

    private static boolean isRead(Function<byte[], byte[]> parser, byte[] bytes) {
        try {
            return Arrays.equals(parser.apply(bytes), bytes);
        } catch (MalformedSourceException e) {
            return false;
        }
    }
}
