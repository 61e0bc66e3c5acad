package fr.corpus.text.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.IntegrityException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelTest {

    /** SHA-256 of the model that comes with the library, as its card quotes it. */
    private static final String DIGEST = "5a9b429d62dd1d7c86f7eb8d1a76f6c66a20295c90614bd6925b0052184134af";

    private static byte[] resource() throws IOException {
        try (InputStream in = LanguageModel.class.getResourceAsStream("language.model")) {
            return in.readAllBytes();
        }
    }

    private static LanguageModel read(byte[] bytes) throws IOException {
        return LanguageModel.read(new ByteArrayInputStream(bytes), "essai.model");
    }

    @Test
    void isTheModelOfItsCard() {
        assertThat(LanguageIdentifier.load().model().digest().hex()).isEqualTo(DIGEST);
    }

    @Test
    void isWrittenAsItWasRead() throws IOException {
        assertThat(read(resource()).toBytes()).isEqualTo(resource());
    }

    @Test
    void isRefusedWhenCutShortAnywhere() throws IOException {
        byte[] bytes = resource();
        for (int length : new int[] {0, 7, 41, 42, 60, 1000, bytes.length / 2, bytes.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(bytes, length)))
                    .as("%s bytes", length)
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageContaining("essai.model");
        }
    }

    @Test
    void isRefusedWhenDamaged() throws IOException {
        byte[] bytes = resource();
        bytes[bytes.length / 3] ^= 1;
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().in(Locale.FRENCH))
                                .contains(DIGEST)
                                .contains("abîmé"));
    }

    @Test
    void isRefusedWhenOfAnotherVersion() throws IOException {
        byte[] bytes = resource();
        bytes[9] = 9;
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void isTrainedToTheSameBytes(@TempDir Path directory) throws IOException {
        write(directory, "fra", "Le vent se levait sur la lande et les moutons rentraient.");
        write(directory, "deu", "Der Wind kam auf und die Schafe gingen in den Stall zurück.");

        LanguageModel first = LanguageTrainer.standard().train(List.of(directory));
        LanguageModel second = LanguageTrainer.standard().train(List.of(directory));

        assertThat(first.toBytes()).isEqualTo(second.toBytes());
        assertThat(first.languages()).containsExactly("deu", "fra");
        assertThat(LanguageIdentifier.of(first)
                        .identify("les moutons de la lande")
                        .language())
                .isEqualTo("fra");
        assertThat(LanguageIdentifier.of(first)
                        .identify("die Schafe und der Wind")
                        .language())
                .isEqualTo("deu");
    }

    private static void write(Path directory, String variety, String passage) throws IOException {
        Path folder = Files.createDirectory(directory.resolve(variety));
        Files.writeString(folder.resolve("texte.txt"), (passage + "\n").repeat(20));
    }
}
