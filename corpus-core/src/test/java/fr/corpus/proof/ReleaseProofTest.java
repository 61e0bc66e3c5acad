package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.CorpusException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.ReservationMatcher;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseProofTest {

    private static final Key ISBN = Isbn.find("978-2-07-036002-4").orElseThrow().key();
    private static final Key OTHER_ISBN =
            Isbn.find("978-2-07-036822-8").orElseThrow().key();
    private static final SignerKey LOG = SignerKey.of("corpus/essai", SignatureKind.ED25519, new byte[32]);

    @TempDir
    Path directory;

    private SmallRelease release;

    @BeforeEach
    void build() throws IOException {
        release = new SmallRelease(directory.resolve("keys"), 8);
    }

    @AfterEach
    void close() throws IOException {
        release.close();
    }

    private static ProofVerifier verifier(Optional<WorkFingerprint> work, Key... required) {
        return new ProofVerifier(Optional.empty(), work, List.of(required));
    }

    private ProofVerdict provenAndChecked(String text, Key... keys) throws IOException {
        WorkFingerprint work = WorkFingerprint.of(text);
        byte[] proof = release.prover().prove(Optional.of(work), List.of(keys)).bytes();
        ProofVerifier.Verified verified = verifier(Optional.of(work), keys).verify(proof);
        assertThat(verified.signature()).isEqualTo(ProofVerifier.Signature.NONE);
        assertThat(verified.workChecked()).isTrue();
        assertThat(verified.proof().bytes()).isEqualTo(proof);
        return verified.proof().verdict();
    }

    @Test
    void anotherTextIsAbsent() throws IOException {
        ProofVerdict verdict = provenAndChecked(SmallRelease.text(7, 2000), OTHER_ISBN);
        assertThat(verdict.isPresent()).isFalse();
        assertThat(verdict.reasons()).isEmpty();
    }

    @Test
    void theSameTextIsPresentByItsText() throws IOException {
        ProofVerdict verdict = provenAndChecked(release.texts.get(3));
        assertThat(verdict.reasons()).extracting(ProofVerdict.Reason::by).containsExactly(KeyType.TEXT, KeyType.SAMPLE);
        assertThat(verdict.reasons().get(0).license()).contains(SmallRelease.LICENSE);
    }

    @Test
    void aBookThatADocumentQuotesIsPresentByItsSamples() throws IOException {
        String book = SmallRelease.text(71, 3000) + release.texts.get(5) + SmallRelease.text(72, 3000);
        ProofVerdict verdict = provenAndChecked(book);
        assertThat(verdict.reasons()).extracting(ProofVerdict.Reason::by).containsExactly(KeyType.SAMPLE);
        assertThat(verdict.reasons().get(0).samples()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void anIdentifierOfManyDocumentsIsPresentInEach() throws IOException {
        ProofVerdict verdict = provenAndChecked(SmallRelease.text(7, 40), new Key(KeyType.HOST, "exemple.fr"));
        assertThat(verdict.count()).isEqualTo(8);
    }

    /** The rule of builds and the rule of proofs are one: whatever is quoted, and however little. */
    @Test
    void agreesWithWhatABuildWouldDo() throws IOException {
        Random random = new Random(20261124);
        for (int round = 0; round < 60; round++) {
            String source = release.texts.get(random.nextInt(8));
            int from = random.nextInt(source.length() / 2);
            String excerpt = source.substring(from, from + 40 + random.nextInt(source.length() / 2 - 40));
            String work = SmallRelease.text(round, random.nextInt(300)) + excerpt;
            boolean built = wouldBeReserved(work);
            ProofVerdict verdict = provenAndChecked(work);
            assertThat(verdict.isPresent())
                    .as("round " + round + " of seed 20261124")
                    .isEqualTo(built);
        }
    }

    private boolean wouldBeReserved(String work) {
        ReservationMatcher matcher = new ReservationMatcher(new ReservationIndex.Builder(1)
                .addWork(WorkFingerprint.of(work).samples(), 0)
                .build());
        for (String text : release.texts) {
            TokenizedText document = new TokenizedText();
            new FrenchTokenizer().tokenize(text, document);
            if (!matcher.match(List.of(), document).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noByteOfAProofCanBeChanged() throws IOException {
        byte[] proof = proof();
        ProofVerifier verifier = verifier(Optional.empty());
        for (int at = 0; at < proof.length; at += at < 600 ? 1 : 11) {
            for (int bit : new int[] {0, 1, 5}) {
                byte[] changed = proof.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> verifier.verify(changed))
                        .as("byte " + at + ", bit " + bit)
                        .isInstanceOf(CorpusException.class);
            }
        }
    }

    @Test
    void noPartOfAProofCanBeLeftOutOrAdded() throws IOException {
        byte[] proof = proof();
        ProofVerifier verifier = verifier(Optional.empty());
        for (int at = 0; at < proof.length; at += 37) {
            byte[] cut = Arrays.copyOf(proof, at);
            assertThatThrownBy(() -> verifier.verify(cut)).isInstanceOf(CorpusException.class);
        }
        byte[] longer = Arrays.copyOf(proof, proof.length + 1);
        longer[proof.length] = '\n';
        assertThatThrownBy(() -> verifier.verify(longer)).isInstanceOf(MalformedSourceException.class);
    }

    private byte[] proof() throws IOException {
        return release.prover()
                .prove(Optional.of(WorkFingerprint.of(release.texts.get(2))), List.of(ISBN, OTHER_ISBN))
                .bytes();
    }

    @Test
    void aProofOfAnotherWorkIsRefused() throws IOException {
        byte[] proof = proof();
        assertThatThrownBy(() -> verifier(Optional.of(WorkFingerprint.of("Une autre œuvre.")))
                        .verify(proof))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("does not hold for your work");
        assertThatThrownBy(() -> verifier(Optional.empty(), new Key(KeyType.HOST, "exemple.org"))
                        .verify(proof))
                .hasMessageContaining("says nothing of key");
    }

    @Test
    void aPolicyDemandsASignature() throws IOException {
        ReleaseState signed =
                ReleaseState.parse(new String(LOG.note(release.state.note()).bytes(), StandardCharsets.UTF_8));
        byte[] proof =
                release.prover(signed).prove(Optional.empty(), List.of(ISBN)).bytes();
        assertThat(verifier(Optional.empty()).verify(proof).signature()).isEqualTo(ProofVerifier.Signature.UNCHECKED);
        assertThat(under(LOG).verify(proof).signature()).isEqualTo(ProofVerifier.Signature.ACCEPTED);
        SignerKey stranger = SignerKey.of("corpus/essai", SignatureKind.ED25519, new byte[] {
            9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9
        });
        assertThatThrownBy(() -> under(stranger).verify(proof)).isInstanceOf(IntegrityException.class);
        byte[] unsigned =
                release.prover().prove(Optional.empty(), List.of(ISBN)).bytes();
        assertThatThrownBy(() -> under(LOG).verify(unsigned)).hasMessageContaining("has no signature");
    }

    private static ProofVerifier under(SignerKey key) {
        return new ProofVerifier(Optional.of(TlogPolicy.of(key.verifier())), Optional.empty(), List.of());
    }

    @Test
    void refusesHostileJsonClearly() {
        List<String> hostile = List.of(
                "",
                "null",
                "[]",
                "{}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"format\":\"corpus-release-proof@1\",\"format\":\"corpus-release-proof@1\"}",
                "{\"format\":\"corpus-release-proof@1\",\"samples\":" + "9".repeat(500) + "}",
                "{\"format\":\"corpus-release-proof@2\"}",
                "{\"format\":\"corpus-release-proof@1\",\"release\":{\"checkpoint\":\"\\ud800\"}}");
        for (String json : hostile) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> ReleaseProof.parse(bytes))
                    .as(json.substring(0, Math.min(80, json.length())))
                    .isInstanceOf(MalformedSourceException.class);
        }
        assertThatThrownBy(() -> ReleaseProof.parse(new byte[ReleaseProof.MAX_BYTES + 1]))
                .hasMessageContaining("larger than 128 MiB");
    }
}
