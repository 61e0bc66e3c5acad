package fr.corpus.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.testing.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CheckpointTest {

    private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final JsonNode ARCHE = Vectors.json("c2sp/signed-note.json").get("arche");

    private static byte[] arche() {
        return Vectors.bytes("c2sp/checkpoint-arche2025h1.txt");
    }

    private static String archePolicy(String quorum) {
        StringBuilder policy = new StringBuilder("log " + ARCHE.get("log").asString() + "\n");
        StringBuilder group = new StringBuilder("group temoins " + quorum);
        int number = 0;
        for (JsonNode witness : ARCHE.get("witnesses")) {
            policy.append("witness w")
                    .append(number)
                    .append(' ')
                    .append(witness.asString())
                    .append('\n');
            group.append(" w").append(number++);
        }
        return policy.append(group).append("\nquorum temoins\n").toString();
    }

    @Test
    void acceptsARealCheckpointWithTheCosignaturesOfRealWitnesses() {
        TlogPolicy policy = TlogPolicy.parse(archePolicy("all").getBytes(StandardCharsets.UTF_8));
        VerifiedCheckpoint verified = policy.verify(SignedNote.parse(arche()));
        assertThat(verified.checkpoint().origin()).isEqualTo("arche2025h1.staging.ct.transparency.dev");
        assertThat(verified.checkpoint().size()).isEqualTo(1432088532);
        assertThat(verified.cosignatures())
                .hasSize(4)
                .allSatisfy(
                        cosignature -> assertThat(cosignature.posixSeconds()).isEqualTo(0x6a122120L));
        assertThat(SignedNote.parse(arche()).bytes()).isEqualTo(arche());
        assertThat(verified.checkpoint().text())
                .isEqualTo(SignedNote.parse(arche()).text());
    }

    @Test
    void refusesTheSameCheckpointWithAnotherSizeOrTime() {
        TlogPolicy policy = TlogPolicy.parse(archePolicy("any").getBytes(StandardCharsets.UTF_8));
        String note = new String(arche(), StandardCharsets.UTF_8);
        for (String changed : List.of(
                note.replace("1432088532", "1432088533"), note.replace("2net5wAAAABqEiEg", "2net5wAAAABqEiEh"))) {
            assertThat(changed).isNotEqualTo(note);
            SignedNote forged = SignedNote.parse(changed.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> policy.verify(forged)).isInstanceOf(IntegrityException.class);
        }
    }

    @Test
    void keepsExtensionLines() {
        String text = "journal.exemple\n0\n" + ROOT + "\nligne de plus\n";
        Checkpoint checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint.extensions()).containsExactly("ligne de plus");
        assertThat(checkpoint.root()).isEqualTo(MerkleHash.EMPTY_ROOT);
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n1\n",
                "o\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n1 \n" + ROOT + "\n",
                "o\n1e3\n" + ROOT + "\n",
                "o\n١\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n99999999999999999999\n" + ROOT + "\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF\n",
                "o\n1\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\nAAAA\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\n" + ROOT + "\n\nx\n"
            })
    void refusesWhatIsNotACheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedSourceException.class);
    }

    @Test
    void countsUpToTheLargestSize() {
        Checkpoint checkpoint = Checkpoint.of("o", Long.MAX_VALUE, MerkleHash.EMPTY_ROOT);
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb"})
    void cannotBeMadeWithAnOriginOfNoneOrTwoLines(String origin) {
        assertThatThrownBy(() -> Checkpoint.of(origin, 1, MerkleHash.EMPTY_ROOT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
