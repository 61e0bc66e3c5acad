package fr.corpus.annotate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private final ModelFile model = new ModelFile("pos", 7, new byte[] {1, 2, 3});

    @Test
    void isWrittenAsThePageSays() {
        assertThat(HexFormat.of().formatHex(model.toBytes()))
                .isEqualTo("434d444c0103706f73000000000000000700000003010203"
                        + "36836418c66851005bc1afbb5717b58f083df405e12326769bd938d21b30c975");
    }

    @Test
    void givesBackWhatWasWritten() {
        ModelFile read = ModelFile.parse(model.toBytes(), "pos", "m");
        assertThat(read.seed()).isEqualTo(7);
        assertThat(read.body()).containsExactly(1, 2, 3);
        assertThat(read.digest()).isEqualTo(model.digest());
    }

    @Test
    void refusesEveryTruncationAndEveryChangedByte() {
        byte[] bytes = model.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ModelFile.parse(cut, "pos", "m"))
                    .isInstanceOfAny(MalformedSourceException.class, IntegrityException.class);
        }
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x40;
            assertThatThrownBy(() -> ModelFile.parse(changed, "pos", "m"))
                    .isInstanceOfAny(MalformedSourceException.class, IntegrityException.class);
        }
    }

    @Test
    void saysWhichVersionAndKindItFound() {
        byte[] later = model.toBytes();
        later[4] = 2;
        assertThatThrownBy(() -> ModelFile.parse(later, "pos", "m")).hasMessageContaining("version 2");
        assertThatThrownBy(() -> ModelFile.parse(model.toBytes(), "lemma", "m")).hasMessageContaining("“pos”");
    }
}
