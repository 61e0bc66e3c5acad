package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import fr.corpus.tlog.Witness.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks on a log that witnesses are there to stop. */
class WitnessTest {

    private static final String ORIGIN = "journal.exemple";
    private static final SignerKey LOG = key(ORIGIN, SignatureKind.ED25519, 1);
    private static final long NOW = 1_800_000_000;

    private static SignerKey key(String name, SignatureKind kind, int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return SignerKey.of(name, kind, seed);
    }

    private static SignerKey witnessKey(int number) {
        return key("temoin.exemple/" + number, SignatureKind.COSIGNATURE, 50 + number);
    }

    private static MerkleTree tree(int size, int forged) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(((i == forged ? "faux " : "vrai ") + i).getBytes(StandardCharsets.UTF_8));
        }
        return tree;
    }

    private static SignedNote checkpoint(MerkleTree tree, long size) {
        return LOG.note(Checkpoint.of(ORIGIN, size, tree.root(size)).text());
    }

    private static List<Digest> proof(MerkleTree tree, long oldSize, long newSize) {
        return oldSize == 0
                ? List.of()
                : ConsistencyProof.of(tree, oldSize, newSize).hashes();
    }

    private static Answer ask(Witness witness, MerkleTree tree, long oldSize, long newSize) {
        return witness.answer(oldSize, proof(tree, oldSize, newSize), checkpoint(tree, newSize), witnessKey(1), NOW);
    }

    private static Witness after(MerkleTree tree, long size) {
        return ((Answer.Cosigned) ask(Witness.of(LOG.verifier()), tree, 0, size)).next();
    }

    @Test
    void cosignsALogThatOnlyGrows() {
        MerkleTree tree = tree(40, -1);
        Witness witness = Witness.of(LOG.verifier());
        long size = 0;
        for (long next : new long[] {0, 1, 1, 7, 8, 8, 40}) {
            Answer.Cosigned answer = (Answer.Cosigned) ask(witness, tree, size, next);
            SignedNote note = checkpoint(tree, next).with(answer.cosignature());
            assertThat(note.verify(List.of(LOG.verifier(), witnessKey(1).verifier())))
                    .contains(new SignedNote.Verified(witnessKey(1).verifier(), NOW));
            witness = answer.next();
            size = next;
            assertThat(witness.size()).isEqualTo(next);
        }
    }

    @Test
    void doesNotCosignASplitView() {
        MerkleTree honest = tree(40, -1);
        MerkleTree forged = tree(40, 3);
        Witness witness = after(honest, 20);
        assertThat(ask(witness, forged, 20, 40)).isInstanceOf(Answer.Inconsistent.class);
        assertThat(ask(witness, forged, 20, 20)).isInstanceOf(Answer.Inconsistent.class);
        assertThat(ask(witness, honest, 20, 40)).isInstanceOf(Answer.Cosigned.class);
    }

    @Test
    void doesNotCosignATruncatedLog() {
        MerkleTree tree = tree(40, -1);
        Witness witness = after(tree, 20);
        assertThat(ask(witness, tree, 10, 15)).isEqualTo(new Answer.Conflict(20));
        assertThat(witness.answer(20, List.of(), checkpoint(tree, 10), witnessKey(1), NOW))
                .isInstanceOf(Answer.BadRequest.class);
    }

    @Test
    void tellsWhoStartsFromAnotherSizeWhereItStands() {
        MerkleTree tree = tree(40, -1);
        assertThat(ask(after(tree, 20), tree, 0, 40)).isEqualTo(new Answer.Conflict(20));
    }

    @Test
    void refusesAProofThatIsNone() {
        MerkleTree tree = tree(40, -1);
        assertThat(after(tree, 20).answer(20, List.of(), checkpoint(tree, 40), witnessKey(1), NOW))
                .isInstanceOf(Answer.Inconsistent.class);
        assertThat(Witness.of(LOG.verifier()).answer(0, List.of(tree.root()), checkpoint(tree, 40), witnessKey(1), NOW))
                .isInstanceOf(Answer.Inconsistent.class);
    }

    @Test
    void refusesAnEmptyLogWithARoot() {
        SignedNote note = LOG.note(Checkpoint.of(ORIGIN, 0, tree(3, -1).root()).text());
        assertThat(Witness.of(LOG.verifier()).answer(0, List.of(), note, witnessKey(1), NOW))
                .isInstanceOf(Answer.Inconsistent.class);
    }

    @Test
    void refusesACheckpointOfAnotherKeyOrOrigin() {
        MerkleTree tree = tree(5, -1);
        SignerKey stranger = key(ORIGIN, SignatureKind.ED25519, 9);
        Witness witness = Witness.of(LOG.verifier());
        SignedNote forged = stranger.note(Checkpoint.of(ORIGIN, 5, tree.root()).text());
        assertThat(witness.answer(0, List.of(), forged, witnessKey(1), NOW)).isInstanceOf(Answer.NotSigned.class);
        SignedNote other =
                LOG.note(Checkpoint.of("autre.exemple", 5, tree.root()).text());
        assertThat(witness.answer(0, List.of(), other, witnessKey(1), NOW)).isInstanceOf(Answer.BadRequest.class);
        SignedNote text = LOG.note("rien\n");
        assertThat(witness.answer(0, List.of(), text, witnessKey(1), NOW)).isInstanceOf(Answer.BadRequest.class);
    }

    /** Two of three witnesses: whichever view a log shows to whom, only one of two gathers a quorum. */
    @Test
    void letsNoTwoViewsBothGatherAQuorum() {
        StringBuilder text = new StringBuilder("log " + LOG.verifier() + "\n");
        for (int i = 1; i <= 3; i++) {
            text.append("witness w")
                    .append(i)
                    .append(' ')
                    .append(witnessKey(i).verifier())
                    .append('\n');
        }
        TlogPolicy policy =
                TlogPolicy.parse((text + "group g 2 w1 w2 w3\nquorum g\n").getBytes(StandardCharsets.UTF_8));
        MerkleTree honest = tree(40, -1);
        MerkleTree forged = tree(40, 3);
        SignedNote[] views = {checkpoint(honest, 40), checkpoint(forged, 40)};
        int[] shownFirst = {0, 1, 0};
        for (int w = 1; w <= 3; w++) {
            Witness witness = Witness.of(LOG.verifier());
            for (int turn = 0; turn < 2; turn++) {
                int view = turn == 0 ? shownFirst[w - 1] : 1 - shownFirst[w - 1];
                Answer answer = witness.answer(witness.size(), List.of(), views[view], witnessKey(w), NOW);
                if (answer instanceof Answer.Cosigned cosigned) {
                    views[view] = views[view].with(cosigned.cosignature());
                    witness = cosigned.next();
                }
            }
        }
        assertThat(policy.verify(views[0]).cosignatures()).hasSize(2);
        assertThatThrownBy(() -> policy.verify(views[1])).isInstanceOf(IntegrityException.class);
    }

    @Test
    void readsTheRequestThatItWrites() {
        MerkleTree tree = tree(40, -1);
        WitnessRequest request = new WitnessRequest(20, proof(tree, 20, 40), checkpoint(tree, 40));
        WitnessRequest read = WitnessRequest.parse(request.bytes());
        assertThat(read).isEqualTo(request);
        assertThat(new String(request.bytes(), StandardCharsets.UTF_8)).startsWith("old 20\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 1\n",
                "old 01\n\n",
                "old -1\n\n",
                "new 1\n\n",
                "old 1\nAAAA\n\n",
                "old 1\n\n",
                "old 1\n\ntexte\n"
            })
    void refusesWhatIsNotARequest(String text) {
        assertThatThrownBy(() -> WitnessRequest.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedSourceException.class);
    }
}
