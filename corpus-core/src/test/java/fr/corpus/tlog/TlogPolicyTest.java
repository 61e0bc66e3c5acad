package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlogPolicyTest {

    private static final String ORIGIN = "journal.exemple/reservations";
    private static final SignerKey LOG = key(ORIGIN, SignatureKind.ED25519, 1);

    private static SignerKey key(String name, SignatureKind kind, int number) {
        byte[] seed = new byte[32];
        seed[31] = (byte) number;
        return SignerKey.of(name, kind, seed);
    }

    private static SignerKey witness(int number) {
        return key("temoin.exemple/" + number, SignatureKind.COSIGNATURE, 100 + number);
    }

    private static TlogPolicy policy(String text) {
        return TlogPolicy.parse(expand(text).getBytes(StandardCharsets.UTF_8));
    }

    /** LOG, %1 … %9 stand for keys. */
    private static String expand(String text) {
        String expanded = text.replace("LOG", LOG.verifier().toString());
        for (int i = 1; i <= 9; i++) {
            expanded = expanded.replace("%" + i, witness(i).verifier().toString());
        }
        return expanded;
    }

    private static SignedNote checkpoint(int... witnesses) {
        SignedNote note =
                LOG.note(Checkpoint.of(ORIGIN, 0, MerkleHash.EMPTY_ROOT).text());
        for (int number : witnesses) {
            note = note.with(witness(number).sign(note.text(), 1_800_000_000L + number));
        }
        return note;
    }

    @Test
    void acceptsTheLogAloneWithoutAQuorum() {
        VerifiedCheckpoint verified = policy("log LOG\nquorum none\n").verify(checkpoint(1));
        assertThat(verified.log()).isEqualTo(LOG.verifier());
        assertThat(verified.cosignatures()).isEmpty();
        assertThat(TlogPolicy.of(LOG.verifier())
                        .verify(checkpoint())
                        .checkpoint()
                        .size())
                .isZero();
    }

    /** The example of the specification: two of X and one of Y. */
    @ParameterizedTest
    @CsvSource({
        "'1,2,4', true",
        "'2,3,6', true",
        "'1,2,3,4,5,6', true",
        "'1,2,3', false",
        "'1,4,5,6', false",
        "'1,4', false",
        "'', false"
    })
    void countsWitnessesByGroups(String witnesses, boolean accepted) {
        TlogPolicy policy = policy("""
                # deux niveaux
                log LOG https://journal.exemple/
                witness X1 %1
                witness X2 %2
                witness X3 %3 https://temoin.exemple/
                group X-witnesses 2 X1 X2 X3
                  witness Y1 %4
                \twitness Y2   %5
                witness Y3 %6

                group Y-witnesses any Y1 Y2 Y3
                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y
                """);
        int[] numbers = witnesses.isEmpty()
                ? new int[0]
                : Arrays.stream(witnesses.split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        SignedNote note = checkpoint(numbers);
        if (accepted) {
            assertThat(policy.verify(note).cosignatures()).hasSize(numbers.length);
        } else {
            assertThatThrownBy(() -> policy.verify(note))
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageContaining(ORIGIN);
        }
    }

    @Test
    void countsAWitnessOnceHoweverOftenItSigns() {
        TlogPolicy policy = policy("log LOG\nwitness a %1\nwitness b %2\ngroup g all a b\nquorum g\n");
        SignedNote note = checkpoint(1, 1, 1);
        assertThatThrownBy(() -> policy.verify(note)).isInstanceOf(IntegrityException.class);
        assertThat(policy.verify(checkpoint(1, 2)).cosignatures())
                .extracting(SignedNote.Verified::posixSeconds)
                .containsExactly(1_800_000_001L, 1_800_000_002L);
    }

    @Test
    void refusesACosignatureOfAnotherCheckpoint() {
        TlogPolicy policy = policy("log LOG\nwitness a %1\nquorum a\n");
        SignedNote other =
                LOG.note(Checkpoint.of(ORIGIN, 5, MerkleHash.EMPTY_ROOT).text());
        SignedNote forged = checkpoint().with(witness(1).sign(other.text(), 1));
        assertThatThrownBy(() -> policy.verify(forged)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void refusesAKnownLogThatSignsForAnotherOrigin() {
        TlogPolicy policy = policy("log LOG\nquorum none\n");
        SignedNote note = LOG.note(
                Checkpoint.of("autre.exemple", 0, MerkleHash.EMPTY_ROOT).text());
        assertThatThrownBy(() -> policy.verify(note))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("autre.exemple");
    }

    @Test
    void doesNotTakeAWitnessForTheLog() {
        TlogPolicy policy = policy("log LOG\nwitness a %1\nquorum a\n");
        String text = Checkpoint.of(ORIGIN, 0, MerkleHash.EMPTY_ROOT).text();
        SignedNote note = new SignedNote(text, List.of(witness(1).sign(text, 1)));
        assertThatThrownBy(() -> policy.verify(note)).isInstanceOf(IntegrityException.class);
    }

    @Test
    void readsNamesAsOctets() {
        TlogPolicy policy = policy("log LOG\nwitness témoin %1\ngroup g 1 témoin\nquorum g\n");
        assertThat(policy.verify(checkpoint(1)).cosignatures()).hasSize(1);
    }

    @Test
    void readsThirtyTwoLogsWitnessesAndGroups() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 32)
                .forEach(i -> text.append("log ")
                        .append(key("j" + i, SignatureKind.ED25519, i).verifier())
                        .append("\nwitness w")
                        .append(i)
                        .append(' ')
                        .append(key("t" + i, SignatureKind.COSIGNATURE, 64 + i).verifier())
                        .append("\ngroup g")
                        .append(i)
                        .append(" any w")
                        .append(i)
                        .append('\n'));
        TlogPolicy policy = policy(text + "quorum g31\n");
        assertThat(policy.logs()).hasSize(32);
        assertThat(policy.witnesses()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log LOG\n",
                "log LOG\nquorum none",
                "log LOG\nquorum none\nquorum none\n",
                "log LOG\nlog LOG\nquorum none\n",
                "log\nquorum none\n",
                "log LOG a b\nquorum none\n",
                "log x\nquorum none\n",
                "logs LOG\nquorum none\n",
                "log LOG\nquorum w\n",
                "log LOG\nquorum none none\n",
                "witness a LOG\nquorum a\n",
                "witness none %1\nquorum none\n",
                "witness a %1\nwitness a %2\nquorum a\n",
                "witness a %1\nwitness b %1\nquorum a\n",
                "witness a %1\ngroup a any a\nquorum a\n",
                "witness a %1\ngroup g any\nquorum g\n",
                "witness a %1\ngroup g 0 a\nquorum g\n",
                "witness a %1\ngroup g 2 a\nquorum g\n",
                "witness a %1\ngroup g 01 a\nquorum g\n",
                "witness a %1\ngroup g -1 a\nquorum g\n",
                "witness a %1\ngroup g most a\nquorum g\n",
                "witness a %1\ngroup g any a a\nquorum g\n",
                "witness a %1\ngroup g any a\ngroup h any a\nquorum g\n",
                "witness a %1\ngroup g any none\nquorum g\n",
                "group g any g\nquorum g\n",
                "quorum a\nwitness a %1\n",
                "log LOG\r\nquorum none\r\n",
                "log\u000bLOG\nquorum none\n",
                "log LOG # pas un commentaire\nquorum none\n"
            })
    void refusesWhatIsNotAPolicy(String text) {
        assertThatThrownBy(() -> policy(text))
                .isInstanceOfSatisfying(
                        MalformedSourceException.class,
                        e -> assertThat(e.message().in(Locale.FRENCH))
                                .startsWith("Ce n’est pas une politique de journal"));
    }

    @Test
    void refusesAPolicyOfAMegabyte() {
        assertThatThrownBy(() -> policy("# \n".repeat(1 << 19) + "quorum none\n"))
                .isInstanceOf(MalformedSourceException.class);
    }

    @Test
    void readsAKeyOfATypeItDoesNotKnowAndNeverCountsIt() {
        VerifierKey known = witness(1).verifier();
        byte[] typeAndKey = new byte[33];
        typeAndKey[0] = 6;
        System.arraycopy(known.publicKey(), 0, typeAndKey, 1, 32);
        String unknown = vkey("temoin.exemple/1", typeAndKey);
        TlogPolicy policy = policy("log LOG\nwitness a " + unknown + "\nquorum a\n");
        SignedNote note = checkpoint(1);
        assertThatThrownBy(() -> policy.verify(note)).isInstanceOf(IntegrityException.class);
    }

    private static String vkey(String name, byte[] typeAndKey) {
        byte[] hashed = new byte[name.length() + 1 + typeAndKey.length];
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, hashed, 0, ascii.length);
        hashed[ascii.length] = '\n';
        System.arraycopy(typeAndKey, 0, hashed, ascii.length + 1, typeAndKey.length);
        String id = Sha256.of(hashed).hex().substring(0, 8);
        return name + "+" + id + "+" + Canonical.base64(typeAndKey);
    }
}
