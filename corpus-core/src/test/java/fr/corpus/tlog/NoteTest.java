package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.testing.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NoteTest {

    private static final JsonNode VECTORS = Vectors.json("c2sp/signed-note.json");
    private static final VerifierKey SPEC_KEY =
            VerifierKey.parse(VECTORS.at("/spec/vkey").asString());

    private static String vector(String pointer) {
        return VECTORS.at(pointer).asString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SignerKey signer(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return SignerKey.of("cle.exemple/" + number, SignatureKind.ED25519, seed);
    }

    @Test
    void acceptsTheNoteOfTheSpecification() {
        SignedNote note = SignedNote.parse(utf8(vector("/spec/note")));
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.verify(List.of(SPEC_KEY))).containsExactly(new SignedNote.Verified(SPEC_KEY, 0));
        assertThat(note.bytes()).isEqualTo(utf8(vector("/spec/note")));
        assertThat(SPEC_KEY).hasToString(vector("/spec/vkey"));
    }

    @Test
    void signsTheBytesThatAnotherImplementationSigns() {
        SignerKey key = SignerKey.parse(vector("/neumann/secret"));
        assertThat(key.verifier()).hasToString(vector("/neumann/vkey"));
        assertThat(key.secret()).isEqualTo(vector("/neumann/secret"));
        SignedNote note = SignedNote.parse(utf8(vector("/neumann/note")));
        assertThat(key.note(note.text())).isEqualTo(note);
    }

    @Test
    void acceptsTwoKnownSignaturesAndEitherAlone() {
        VerifierKey peter = VerifierKey.parse(vector("/neumann/vkey"));
        VerifierKey enoch = VerifierKey.parse(vector("/neumann/vkey2"));
        SignedNote note = SignedNote.parse(utf8(vector("/neumann/note") + vector("/neumann/signature2") + "\n"));
        assertThat(note.verify(List.of(peter, enoch)))
                .extracting(SignedNote.Verified::key)
                .containsExactly(peter, enoch);
        assertThat(note.verify(List.of(enoch)))
                .extracting(SignedNote.Verified::key)
                .containsExactly(enoch);
    }

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    })
    void derivesThePublicKeysOfRfc8032(String seed, String publicKey) {
        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(Ed25519.publicKeyOf(hex.parseHex(seed)))).isEqualTo(publicKey);
    }

    @Test
    void derivesAPublicKeyThatVerifiesWhatTheSeedSigns() {
        for (int i = 0; i < 20; i++) {
            SignerKey key = SignerKey.generate("cle", SignatureKind.ED25519, new SecureRandom());
            SignedNote note = key.note("texte " + i + "\n");
            assertThat(note.verify(List.of(key.verifier()))).hasSize(1);
        }
    }

    @Test
    void ignoresSignaturesOfUnknownKeysEvenWithAKnownNameOrId() {
        SignedNote note = SignedNote.parse(utf8(vector("/spec/note")));
        NoteSignature sameName = new NoteSignature(SPEC_KEY.name(), SPEC_KEY.id() + 1, new byte[64]);
        NoteSignature sameId = new NoteSignature("example.com/bar", SPEC_KEY.id(), new byte[64]);
        assertThat(note.with(sameName).with(sameId).verify(List.of(SPEC_KEY))).hasSize(1);
    }

    @Test
    void refusesTheWholeNoteWhenAKnownKeysSignatureIsFalse() {
        SignedNote note = signer(1).note("texte\n");
        NoteSignature forged = new NoteSignature(SPEC_KEY.name(), SPEC_KEY.id(), new byte[64]);
        assertThatThrownBy(() -> note.with(forged).verify(List.of(signer(1).verifier(), SPEC_KEY)))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("example.com/foo");
    }

    @Test
    void refusesANoteThatNoKnownKeySigned() {
        assertThatThrownBy(() -> signer(1).note("texte\n").verify(List.of(SPEC_KEY)))
                .isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> signer(1).note("texte\n").verify(List.of())).isInstanceOf(IntegrityException.class);
    }

    @Test
    void acceptsAHundredSignaturesAndNotOneMore() {
        String text = "texte\n";
        SignedNote note = signer(0).note(text);
        List<VerifierKey> keys = new ArrayList<>(List.of(signer(0).verifier()));
        for (int i = 1; i < 100; i++) {
            note = note.with(signer(i).sign(text, 0));
            keys.add(signer(i).verifier());
        }
        assertThat(SignedNote.parse(note.bytes()).verify(keys)).hasSize(100);
        SignedNote tooMany = note.with(signer(100).sign(text, 0));
        assertThatThrownBy(() -> SignedNote.parse(tooMany.bytes())).isInstanceOf(MalformedSourceException.class);
    }

    @Test
    void countsAKeyOnceHoweverOftenItSigns() {
        SignedNote note = signer(1).note("texte\n");
        SignedNote twice = note.with(note.signatures().get(0));
        assertThat(twice.verify(List.of(signer(1).verifier()))).hasSize(1);
    }

    @Test
    void splitsTextAndSignaturesAtTheLastBlankLine() {
        SignedNote note = signer(1).note("a\n\nb\n\n");
        SignedNote again = SignedNote.parse(note.bytes());
        assertThat(again.text()).isEqualTo("a\n\nb\n\n");
        assertThat(again.verify(List.of(signer(1).verifier()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "texte\n",
                "texte\n\n",
                "texte\n\n\u2014 nom AAAAAAA=",
                "texte\n\n\u2014 nom AAAA\n",
                "texte\n\n\u2014 nom AAAAAA==\n",
                "texte\n\n- nom AAAAAAA=\n",
                "texte\n\n\u2014nom AAAAAAA=\n",
                "texte\n\n\u2014 nom\n",
                "texte\n\n\u2014  AAAAAAA=\n",
                "texte\n\n\u2014 no+m AAAAAAA=\n",
                "texte\n\n\u2014 no\u00A0m AAAAAAA=\n",
                "texte\n\n\u2014 no\u2028m AAAAAAA=\n",
                "texte\n\n\u2014 nom AAAAAAA\n",
                "texte\n\n\u2014 nom AAAAAAB=\n",
                "texte\n\n\u2014 nom AAAA_AA=\n",
                "texte\n\n\u2014 nom AAAAAAA= \n",
                "texte\n\n\u2014 nom  AAAAAAA=\n",
                "te\txte\n\n\u2014 nom AAAAAAA=\n",
                "texte\r\n\n\u2014 nom AAAAAAA=\n",
                "te\u0000xte\n\n\u2014 nom AAAAAAA=\n",
                "texte\n\n\u2014 nom AAAAAAA=\n\n",
                "texte\n\n\u2014 nom AAAAAAA=\nautre\n"
            })
    void refusesWhatIsNotANote(String note) {
        assertThatThrownBy(() -> SignedNote.parse(utf8(note)))
                .isInstanceOfSatisfying(
                        MalformedSourceException.class,
                        e -> assertThat(e.message().in(Locale.FRENCH)).startsWith("Ce n’est pas"));
    }

    @Test
    void refusesBytesThatAreNotUtf8AndNotesThatNeverEnd() {
        byte[] latin = "été\n\n\u2014 nom AAAAAAA=\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> SignedNote.parse(latin)).isInstanceOf(MalformedSourceException.class);
        byte[] overlong = {(byte) 0xC0, (byte) 0x8A, '\n', '\n'};
        assertThatThrownBy(() -> SignedNote.parse(overlong)).isInstanceOf(MalformedSourceException.class);
        byte[] huge = utf8("a".repeat(SignedNote.MAX_BYTES) + "\n\n\u2014 nom AAAAAAA=\n");
        assertThatThrownBy(() -> SignedNote.parse(huge)).isInstanceOf(MalformedSourceException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AQ=="
            })
    void refusesWhatIsNotAVerifierKey(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(MalformedSourceException.class);
    }

    @Test
    void doesNotShowAPrivateKeyInLogs() {
        SignerKey key = signer(1);
        assertThat(key.toString()).doesNotContain(key.secret().substring(30));
        assertThat(SignerKey.parse(key.secret()).verifier()).isEqualTo(key.verifier());
        assertThatThrownBy(() -> SignerKey.parse(key.secret().replace("cle.exemple/1", "cle.exemple/2")))
                .isInstanceOf(MalformedSourceException.class);
    }

    /** Whatever bit is changed, the note is refused or says and proves the same. */
    @Test
    void noChangedBitIsAcceptedAsAnotherNote() {
        long seed = 20260101;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] original = utf8(vector("/spec/note"));
        for (int i = 0; i < 600; i++) {
            byte[] mutated = original.clone();
            mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            boolean accepted;
            try {
                accepted = !SignedNote.parse(mutated).verify(List.of(SPEC_KEY)).isEmpty();
            } catch (MalformedSourceException | IntegrityException e) {
                accepted = false;
            }
            assertThat(accepted).as("seed %d, mutation %d", seed, i).isFalse();
        }
    }
}
