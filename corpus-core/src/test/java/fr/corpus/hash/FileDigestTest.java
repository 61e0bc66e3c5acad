package fr.corpus.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDigestTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 1_000_000})
    void isOfAllBytesWhateverTheirNumber(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        assertThat(FileDigest.of(file)).isEqualTo(new FileDigest(size, Sha256.of(bytes)));
    }

    @Test
    void ofNoFileIsAnError() {
        assertThatThrownBy(() -> FileDigest.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
