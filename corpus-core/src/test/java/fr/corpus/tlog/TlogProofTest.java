package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlogProofTest {

    private static final SignerKey LOG = SignerKey.of("journal.exemple", SignatureKind.ED25519, new byte[32]);
    private static final TlogPolicy POLICY = TlogPolicy.of(LOG.verifier());
    private static final byte[] ENTRY = "réservation 5".getBytes(StandardCharsets.UTF_8);

    private static TlogProof proof() {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < 11; i++) {
            tree.add(("réservation " + i).getBytes(StandardCharsets.UTF_8));
        }
        SignedNote note = LOG.note(
                Checkpoint.of("journal.exemple", tree.size(), tree.root()).text());
        return TlogProof.of(InclusionProof.of(tree, 5, 11), note);
    }

    private static String text() {
        return new String(proof().bytes(), StandardCharsets.UTF_8);
    }

    private static TlogProof parse(String text) {
        return TlogProof.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void provesAnEntryToWhoeverHasThePolicy() {
        TlogProof read = parse(text());
        VerifiedCheckpoint verified = read.verify(MerkleHash.leaf(ENTRY), POLICY);
        assertThat(verified.checkpoint().size()).isEqualTo(11);
        assertThat(read.bytes()).isEqualTo(proof().bytes());
        assertThat(read.index()).isEqualTo(5);
        assertThat(read.hashes()).hasSize(4);
        assertThat(read.extra()).isEmpty();
    }

    @Test
    void hasTheLinesOfTheSpecification() {
        assertThat(text().lines().toList())
                .hasSize(2 + 4 + 1 + 3 + 1 + 1)
                .startsWith("c2sp.org/tlog-proof@v1", "index 5")
                .endsWith(proof().checkpoint().signatures().get(0).line());
    }

    @Test
    void carriesExtraDataThatItDoesNotTrust() {
        TlogProof with = proof().withExtra(new byte[] {1, 2, 3});
        assertThat(new String(with.bytes(), StandardCharsets.UTF_8)).contains("\nextra AQID\nindex 5\n");
        assertThat(TlogProof.parse(with.bytes()).extra()).hasValue(new byte[] {1, 2, 3});
        assertThat(TlogProof.parse(with.bytes()).verify(MerkleHash.leaf(ENTRY), POLICY))
                .isNotNull();
    }

    @Test
    void refusesAnotherEntryAnotherIndexAndAnotherLog() {
        byte[] other = "réservation 6".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> proof().verify(MerkleHash.leaf(other), POLICY)).isInstanceOf(IntegrityException.class);
        for (String index : List.of("4", "6", "10", "11", "9223372036854775807")) {
            TlogProof moved = parse(text().replace("index 5\n", "index " + index + "\n"));
            assertThatThrownBy(() -> moved.verify(MerkleHash.leaf(ENTRY), POLICY))
                    .isInstanceOf(IntegrityException.class);
        }
        SignerKey stranger = SignerKey.of("journal.exemple", SignatureKind.ED25519, new byte[] {
            1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        });
        assertThatThrownBy(() -> proof().verify(MerkleHash.leaf(ENTRY), TlogPolicy.of(stranger.verifier())))
                .isInstanceOf(IntegrityException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c2sp.org/tlog-proof@v1 | c2sp.org/tlog-proof@v2",
                "index 5 | index 05",
                "index 5 | index -5",
                "index 5 | index",
                "index 5 | Index 5",
                "index 5 | extra !!\\nindex 5",
                "index 5 | extra AQ\\nindex 5",
                "index 5 | index 5\\nindex 5",
                "index 5 | index 5\\nAAAA",
                "index 5 | index 5\\n",
                "journal.exemple\\n11 | journal.exemple\\n011",
            })
    void refusesWhatIsNotAProof(String good, String bad) {
        String changed = text().replaceFirst(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
        assertThat(changed).isNotEqualTo(text());
        assertThatThrownBy(() -> parse(changed).verify(MerkleHash.leaf(ENTRY), POLICY))
                .isInstanceOfAny(MalformedSourceException.class, IntegrityException.class);
    }

    @Test
    void refusesAProofOfTooManyHashes() {
        String hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        assertThatThrownBy(() -> parse(text().replace("index 5\n", "index 5\n" + hash.repeat(65))))
                .isInstanceOf(MalformedSourceException.class);
        assertThatThrownBy(() -> TlogProof.parse(new byte[TlogProof.MAX_BYTES + 1]))
                .isInstanceOf(MalformedSourceException.class);
    }

    @Test
    void noChangedOrMissingByteIsAccepted() {
        long seed = 20260102;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] original = proof().bytes();
        for (int i = 0; i < 600; i++) {
            byte[] mutated = original.clone();
            mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(isAccepted(mutated)).as("seed %d, mutation %d", seed, i).isFalse();
        }
        for (int length = 0; length < original.length; length++) {
            assertThat(isAccepted(Arrays.copyOf(original, length))).isFalse();
        }
    }

    private static boolean isAccepted(byte[] bytes) {
        try {
            TlogProof.parse(bytes).verify(MerkleHash.leaf(ENTRY), POLICY);
            return true;
        } catch (MalformedSourceException | IntegrityException e) {
            return false;
        }
    }
}
