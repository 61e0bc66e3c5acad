package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.Corpus;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes with SIGKILL and runs the same build again. */
class KilledRunTest {

    private static final int FILES = 12;
    private static final int DOCUMENTS = 6000;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    /** What the killed process runs. */
    static final class Build {
        public static void main(String[] arguments) {
            Corpus.build(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    BuildOptions.standard().withThreads(2));
        }
    }

    private static Process start(Path recipe, Path out) throws IOException {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Build.class.getName(),
                recipe.toString(),
                out.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until the work directory holds at least this many files of a kind, or the process ends. */
    private static void await(Process process, Path work, String suffix, int count) throws Exception {
        for (long i = 0; i < PATIENCE_SECONDS * 500 && process.isAlive(); i++) {
            if (Files.isDirectory(work)) {
                try (Stream<Path> files = Files.walk(work)) {
                    if (files.filter(file -> file.toString().endsWith(suffix)).count() >= count) {
                        return;
                    }
                } catch (java.io.UncheckedIOException e) {
                    // A file went away while we looked: look again.
                }
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRunKilledAgainAndAgainEndsInTheSameBytes() throws Exception {
        String[] names = new String[FILES];
        for (int i = 0; i < FILES; i++) {
            names[i] = String.format(java.util.Locale.ROOT, "f%02d.jsonl", i);
        }
        Path recipe = new SmallCorpus(folder, DOCUMENTS, FILES).write(names);
        Path whole = folder.resolve("whole");
        Corpus.build(recipe, whole);

        Path out = folder.resolve("out");
        Path work = folder.resolve("out.work");
        String[] moments = {"plan", ".spool", ".done", ".shard", ".leaves", ".parquet", "manifest.json"};
        for (String moment : moments) {
            Process process = start(recipe, out);
            await(process, work, moment, 1);
            kill(process);
            if (Files.exists(out)) {
                break;
            }
            assertThat(work).as("work kept after a kill at %s", moment).exists();
        }
        BuildReport resumed = Corpus.build(recipe, out);
        assertThat(ReleaseBytes.of(out)).isEqualTo(ReleaseBytes.of(whole));
        assertThat(resumed.counts().isBalanced()).isTrue();
        assertThat(work).doesNotExist();
    }
}
