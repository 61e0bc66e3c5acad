package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.Corpus;
import fr.corpus.error.EngineException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.release.Counts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineTest {

    private static final String[] NAMES = {"a.jsonl", "b.jsonl", "c.jsonl"};

    @TempDir
    Path folder;

    private static BuildOptions threads(int count) {
        return BuildOptions.standard().withThreads(count);
    }

    @Test
    void accountsForEveryRecord() throws IOException {
        Path recipe = new SmallCorpus(folder, 600, 3).write(NAMES);
        BuildReport report = Corpus.build(recipe, folder.resolve("out"), threads(2));
        Counts counts = report.counts();
        assertThat(counts.read()).isEqualTo(601);
        assertThat(counts.isBalanced()).isTrue();
        assertThat(counts.malformed()).isEqualTo(1);
        assertThat(counts.dropped()).isPositive();
        assertThat(counts.duplicates()).isPositive();
        assertThat(counts.withheld()).isPositive();
        assertThat(counts.released()).isGreaterThan(400);
        assertThat(report.dropsByReason().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(counts.dropped() + counts.withheld() + counts.malformed());
        assertThat(folder.resolve("out.work")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("out.malformed.jsonl"))).hasSize(1);
        assertThat(Corpus.check(report.release()).isSound()).isTrue();
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreads() throws IOException {
        Path recipe = new SmallCorpus(folder, 900, 3).write(NAMES);
        Map<String, String> one = ReleaseBytes.of(
                Corpus.build(recipe, folder.resolve("one"), threads(1)).release());
        assertThat(one).hasSizeGreaterThan(8);
        for (int count : new int[] {2, 8}) {
            Path release = Corpus.build(recipe, folder.resolve("n" + count), threads(count))
                    .release();
            assertThat(ReleaseBytes.of(release)).isEqualTo(one);
        }
    }

    @Test
    void theOrderOfFilesDoesNotChangeWhatIsReleased() throws IOException {
        SmallCorpus corpus = new SmallCorpus(folder, 600, 3);
        BuildReport first = Corpus.build(corpus.write("a.jsonl", "b.jsonl", "c.jsonl"), folder.resolve("abc"));
        BuildReport second = Corpus.build(corpus.write("c.jsonl", "a.jsonl", "b.jsonl"), folder.resolve("cab"));
        assertThat(second.counts()).isEqualTo(first.counts());
        assertThat(second.dropsByReason()).isEqualTo(first.dropsByReason());
    }

    @Test
    void buildingTwiceLeavesTheReleaseAsItIs() throws IOException {
        Path recipe = new SmallCorpus(folder, 200, 3).write(NAMES);
        Path out = folder.resolve("out");
        BuildReport first = Corpus.build(recipe, out);
        Map<String, String> before = ReleaseBytes.of(out);
        assertThat(Corpus.build(recipe, out).root()).isEqualTo(first.root());
        assertThat(ReleaseBytes.of(out)).isEqualTo(before);
    }

    @Test
    void refusesToWriteOverSomethingElse() throws IOException {
        Path recipe = new SmallCorpus(folder, 50, 3).write(NAMES);
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("lettre.txt"), "à garder");
        assertThatThrownBy(() -> Corpus.build(recipe, out)).isInstanceOf(EngineException.class);
        assertThat(out.resolve("lettre.txt")).hasContent("à garder");
    }

    @Test
    void twoRunsOnOneDirectoryExcludeEachOther() throws IOException {
        Path recipe = new SmallCorpus(folder, 50, 3).write(NAMES);
        Path work = Files.createDirectories(folder.resolve("out.work"));
        try (FileChannel other =
                FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertThatThrownBy(() -> Corpus.build(recipe, folder.resolve("out")))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("another run");
        }
        assertThat(Corpus.build(recipe, folder.resolve("out")).counts().isBalanced())
                .isTrue();
    }

    @Test
    void finishedUnitsOfAnInterruptedRunAreNotRedone() throws IOException {
        Path recipe = new SmallCorpus(folder, 600, 3).write(NAMES);
        Map<String, String> undisturbed =
                ReleaseBytes.of(Corpus.build(recipe, folder.resolve("whole")).release());
        Path out = folder.resolve("out");
        InterruptedRun.upToTheBarrier(recipe, out, threads(2));
        BuildReport resumed = Corpus.build(recipe, out, threads(2));
        assertThat(resumed.run().resumedUnits()).isPositive();
        assertThat(ReleaseBytes.of(out)).isEqualTo(undisturbed);
    }

    @Test
    void otherInputThrowsTheOldWorkAway() throws IOException {
        SmallCorpus corpus = new SmallCorpus(folder, 300, 3);
        Path recipe = corpus.write(NAMES);
        Path out = folder.resolve("out");
        InterruptedRun.upToTheBarrier(recipe, out, threads(2));
        Files.writeString(folder.resolve("data/a.jsonl"), Files.readString(folder.resolve("data/b.jsonl")));
        BuildReport report = Corpus.build(recipe, out, threads(2));
        assertThat(report.run().resumedUnits()).isZero();
        assertThat(Corpus.check(out).isSound()).isTrue();
    }

    @Test
    void tooManyMalformedRecordsStopTheRunAndAreListed() throws IOException {
        Path recipe = new SmallCorpus(folder, 50, 3).write(NAMES);
        Files.writeString(recipe, Files.readString(recipe).replace("100000", "1000"));
        Path out = folder.resolve("out");
        assertThatThrownBy(() -> Corpus.build(recipe, out))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("1 of 51 read")
                .hasMessageContaining("a.jsonl #2");
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("out.malformed.jsonl")).exists();
    }

    @Test
    void aSourceWithoutRecordsIsAnError() throws IOException {
        Path recipe = new SmallCorpus(folder, 0, 1).write("a.jsonl");
        Files.writeString(folder.resolve("data/a.jsonl"), "\n\n");
        assertThatThrownBy(() -> Corpus.build(recipe, folder.resolve("out")))
                .isInstanceOf(MalformedSourceException.class)
                .hasMessageContaining("contes");
    }

    @Test
    void saysWhichStepsSawNoDocument() throws IOException {
        Path recipe = new SmallCorpus(folder, 60, 1).write("a.jsonl");
        assertThat(Corpus.build(recipe, folder.resolve("all")).unseenSteps()).isEmpty();
        Files.writeString(
                recipe,
                Files.readString(recipe).replace("filter.quality@1 }", "filter.quality@1, min-words: 100000 }"));
        BuildReport report = Corpus.build(recipe, folder.resolve("none"));
        assertThat(report.counts().released()).isZero();
        assertThat(report.unseenSteps())
                .containsExactly(
                        "dedup.exact@1",
                        "dedup.minhash@1",
                        "rights.licenses@1",
                        "annotate.tokens@1",
                        "annotate.pos@1",
                        "annotate.entities@1");
    }
}
