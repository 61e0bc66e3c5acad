package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.dedup.TestCorpus.Doc;
import fr.corpus.document.CanonicalText;
import fr.corpus.error.IntegrityException;
import fr.corpus.hash.Sha256;
import fr.corpus.text.TokenizedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitKeysTest {

    private static final int DOCUMENTS = 60;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void writeUnit() throws IOException {
        Random random = new Random(1);
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            docs.add(new Doc("d" + i, DuplicateIndexTest.words(random, i)));
        }
        file = directory.resolve("unit.keys");
        new TestCorpus().unit(docs).writeUnit(file, 0, TestCorpus.BOTH);
    }

    @Test
    void opensWhatWasWritten() throws IOException {
        UnitKeys keys = UnitKeys.open(file, TestCorpus.BOTH);
        assertThat(keys.rows()).isEqualTo(DOCUMENTS);
        assertThat(keys.entries(UnitKeys.EXACT)).isEqualTo(DOCUMENTS);
        assertThat(keys.entries(13)).isEqualTo(DOCUMENTS - 5);
    }

    @Test
    void writesTheSameBytesForTheSameDocuments() throws IOException {
        // pinned: a change here is a new version of the format, of the shingles or of the sketch
        assertThat(Sha256.of(Files.readAllBytes(file)).hex())
                .isEqualTo("21f95e7f81e36a11575e75ad933e5a3ceed36222ef66da084832622585427135");
    }

    @Test
    void refusesAFileWithAnyByteChanged() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += at < UnitKeysLayout.HEADER_BYTES ? 1 : 97) {
            byte[] bad = good.clone();
            bad[at] ^= 0x40;
            Files.write(file, bad);
            assertRefused("byte " + at);
        }
    }

    @Test
    void refusesAFileCutAnywhereOrExtended() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int length = 0; length < good.length; length += length < 80 ? 1 : 61) {
            Files.write(file, Arrays.copyOf(good, length));
            assertRefused("length " + length);
        }
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        assertRefused("one byte more");
    }

    @Test
    void refusesAFileWrittenWithOtherSettings() {
        for (DedupSettings other : List.of(
                TestCorpus.EXACT_ONLY,
                new DedupSettings(true, Optional.of(new MinHashDedup(14, 8, 4, OptionalDouble.empty()))),
                new DedupSettings(true, Optional.of(new MinHashDedup(8, 14, 5, OptionalDouble.empty()))))) {
            assertThatThrownBy(() -> UnitKeys.open(file, other))
                    .isInstanceOf(IntegrityException.class)
                    .hasMessageContaining("other deduplication settings");
        }
    }

    @Test
    void readsKeysAgainUnderAnotherThreshold() throws IOException {
        MinHashDedup looser = new MinHashDedup(14, 8, 5, OptionalDouble.of(0.5));
        assertThat(UnitKeys.open(file, new DedupSettings(true, Optional.of(looser)))
                        .rows())
                .isEqualTo(DOCUMENTS);
    }

    @Test
    void saysInFrenchWhatWasExpectedAndFound() throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        assertThatThrownBy(() -> UnitKeys.open(file, TestCorpus.BOTH))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        e -> assertThat(e.message().in(Locale.FRENCH))
                                .contains("unit.keys")
                                .contains("100 trouvés"));
    }

    @Test
    void leavesAMissingFileToTheCaller() {
        assertThatThrownBy(() -> UnitKeys.open(directory.resolve("absent"), TestCorpus.BOTH))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesRowsThatAreNoPermutation() {
        UnitKeysWriter writer = new UnitKeysWriter(TestCorpus.EXACT_ONLY);
        for (int i = 0; i < 3; i++) {
            Doc doc = new Doc("d" + i, "texte " + i);
            writer.add(CanonicalText.digest(doc.text()), new TokenizedText(), doc.rank());
        }
        for (int[] rows : new int[][] {{0, 1}, {0, 1, 1}, {0, 1, 3}, {-1, 0, 1}, {0, 1, 2, 3}}) {
            assertThatThrownBy(() -> writer.write(file, rows)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void assertRefused(String how) {
        assertThatThrownBy(() -> UnitKeys.open(file, TestCorpus.BOTH)).as(how).isInstanceOf(IntegrityException.class);
    }
}
