package fr.corpus.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.Corpus;
import fr.corpus.error.CorpusException;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.release.ReleaseReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseIndexTest {

    @TempDir
    Path directory;

    private Path release;
    private Path index;

    @BeforeEach
    void build() throws IOException {
        release = SearchFixture.release(directory);
        index = SearchFixture.index(release);
    }

    private void open() throws IOException {
        ReleaseIndex.open(ReleaseReader.open(release), index).close();
    }

    @Test
    void standsBesideTheReleaseAndIsNoPartOfIt() throws IOException {
        open();
        assertThat(index).isEqualTo(release.resolveSibling("petit.index").toAbsolutePath());
        assertThat(Corpus.check(release).isSound()).isTrue();
        assertThat(directory.resolve("petit.index.work")).doesNotExist();
    }

    @Test
    void isRefusedWhenItIsThatOfAnotherRelease() throws IOException {
        Path other = SearchFixture.release(
                directory, "autre", SearchFixture.records().subList(0, 2), "keys: true");
        assertThatThrownBy(() -> ReleaseIndex.open(ReleaseReader.open(other), index))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("corpus index");
    }

    @Test
    void isRefusedWhenItIsNotThere() throws IOException {
        assertThatThrownBy(() -> ReleaseIndex.open(ReleaseReader.open(release), directory.resolve("rien")))
                .isInstanceOf(EngineException.class);
    }

    @Test
    void isRefusedWhateverFileIsMissingOrCutOrHasAnotherByte() throws IOException {
        List<Path> files;
        try (var walk = Files.walk(index)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(5);
        Random random = new Random(7);
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            Files.delete(file);
            refused(file + " missing");
            Files.write(file, java.util.Arrays.copyOf(good, good.length - 1));
            refused(file + " cut");
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            refused(file + " byte " + at);
            Files.write(file, good);
        }
        open();
        Files.writeString(index.resolve("autre"), "?");
        refused("a file too many");
    }

    private void refused(String what) {
        assertThatThrownBy(this::open).as(what).isInstanceOfAny(IntegrityException.class, EngineException.class);
    }

    @Test
    void isRefusedWhenItsDescriptionIsAnythingElse() throws IOException {
        Path description = index.resolve("index.json");
        String good = Files.readString(description);
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"format\":\"corpus-index@2\"}",
                good.replace("words@1", "words@2"),
                good.replace("\"documents\":3", "\"documents\":4"),
                good.replace("\"documents\":3", "\"documents\":\"3\""),
                good.replace("\"path\":\"runs\"", "\"path\":\"../runs\""),
                good + good,
                "[".repeat(100_000),
                "x".repeat(5_000_000))) {
            Files.writeString(description, bad);
            refused(bad.substring(0, Math.min(60, bad.length())));
        }
        Files.write(description, new byte[] {(byte) 0xFF, 0});
        refused("no text");
        Files.writeString(description, good);
        open();
    }

    @Test
    void leavesNothingThatOpensWhenItsMakingIsInterrupted() throws IOException {
        Path out = directory.resolve("neuf.index");
        ReleaseIndexer indexer = new ReleaseIndexer(ReleaseReader.open(release));
        AtomicInteger told = new AtomicInteger();
        assertThatThrownBy(() -> indexer.build(out, 2, (documents, all) -> {
                    if (told.incrementAndGet() == 2) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }))
                .hasMessage("pulled the plug");
        assertThat(out).doesNotExist();
        assertThat(directory.resolve("neuf.index.work")).doesNotExist();
        // and the one that stood there before still stands
        assertThatThrownBy(() -> indexer.build(index, 1, (documents, all) -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .hasMessage("pulled the plug");
        open();
    }

    @Test
    void beginsAgainOverWhatAKilledRunLeft() throws IOException {
        Path left = directory.resolve("petit.index.work/index/words");
        Files.createDirectories(left);
        Files.write(left.resolve("segments_1"), new byte[100]);
        SearchFixture.index(release);
        open();
        assertThat(directory.resolve("petit.index.work")).doesNotExist();
    }

    @Test
    void replacesAnIndexButNothingElse() throws IOException {
        Files.write(index.resolve("runs"), new byte[3]);
        refused("damaged");
        SearchFixture.index(release);
        open();
        Path other = Files.createDirectories(directory.resolve("photos"));
        Files.writeString(other.resolve("index.json"), "{\"album\":1}");
        ReleaseIndexer indexer = new ReleaseIndexer(ReleaseReader.open(release));
        assertThatThrownBy(() -> indexer.build(other, 1, ReleaseIndexer.Progress.SILENT))
                .isInstanceOf(EngineException.class);
        assertThat(other.resolve("index.json")).exists();
    }

    @Test
    void isMadeByOneRunAtATime() throws IOException {
        ReleaseIndexer indexer = new ReleaseIndexer(ReleaseReader.open(release));
        Path out = directory.resolve("deux.index");
        AtomicInteger refusals = new AtomicInteger();
        indexer.build(out, 1, (documents, all) -> {
            try {
                indexer.build(out, 1, ReleaseIndexer.Progress.SILENT);
            } catch (EngineException e) {
                refusals.incrementAndGet();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(refusals).hasValue(3);
        assertThat(out).isDirectory();
    }

    @Test
    void holdsNoText() throws IOException {
        try (var walk = Files.walk(index)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain("vieux p");
            }
        }
    }

    @Test
    void saysInBothLanguagesWhatToDo() {
        try {
            ReleaseIndex.open(ReleaseReader.open(release), directory.resolve("rien"));
        } catch (CorpusException e) {
            assertThat(e.message().in(java.util.Locale.FRENCH))
                    .contains("corpus index")
                    .contains("n’y a pas d’index");
            assertThat(e.message().in(java.util.Locale.ENGLISH)).contains("corpus index");
            return;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("opened nothing");
    }
}
