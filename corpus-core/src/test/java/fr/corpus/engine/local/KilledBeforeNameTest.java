package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.corpus.Corpus;
import fr.corpus.audit.ReleaseAudit;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.HeededRegistry;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.releaselog.ReleaseLog;
import fr.corpus.releaselog.ReleaseLogView;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process when the log of releases has the release and the release has not yet its name. */
class KilledBeforeNameTest {

    private static final int PATIENCE = 6000;

    @TempDir
    Path folder;

    /** What the killed process runs: it opens the registry, says so, and builds when it is told to. */
    static final class Build {
        public static void main(String[] arguments) throws Exception {
            Path registry = Path.of(arguments[2]);
            HeededRegistry heeded = Corpus.registry(registry);
            Files.createFile(Path.of(arguments[3], "ouvert"));
            while (!Files.exists(Path.of(arguments[3], "va"))) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            Corpus.build(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    BuildOptions.standard().withThreads(2).withRegistry(heeded));
        }
    }

    private static void await(Process process, Path file) throws Exception {
        for (int i = 0; i < PATIENCE && process.isAlive() && !Files.exists(file); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(file).exists();
        assertThat(process.isAlive()).isTrue();
    }

    private static boolean isPosix() {
        return !System.getProperty("os.name", "").startsWith("Windows");
    }

    private Process start(Path recipe, Path out, Path registry) throws IOException {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Build.class.getName(),
                recipe.toString(),
                out.toString(),
                registry.toString(),
                folder.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long size(Path registry) throws IOException {
        return ReleaseLogView.open(registry).orElseThrow().size();
    }

    /**
     * Where to stop it is arranged: the log is held until the release is complete, and where the entry is to be written stands a pipe
     * that nobody reads.
     */
    @Test
    void theNextRunPublishesTheReleaseWithTheOneEntryThatItHas() throws Exception {
        assumeTrue(isPosix(), "needs named pipes");
        Path registry = folder.resolve("registre");
        OptOutRegistry.create(
                registry,
                "registre.exemple.fr/reservations",
                Optional.empty(),
                OptOutRegistry.DEFAULT_MERGE_DELAY,
                OptOutRegistry.Environment.system());
        Path recipe = new SmallCorpus(folder, 60, 1).write("f00.jsonl");
        Path out = folder.resolve("out");
        Process process = start(recipe, out, registry);
        Path finished = folder.resolve("out.work/release/release");
        Path pipe = finished.resolve("release.entry.tmp");
        try {
            await(process, folder.resolve("ouvert"));
            try (ReleaseLog held = ReleaseLog.open(registry)) {
                Files.createFile(folder.resolve("va"));
                await(process, finished.resolve("checkpoint"));
                assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                        .isZero();
                assertThat(held.view().size()).isZero();
            }
            for (int i = 0; i < PATIENCE && size(registry) == 0; i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(size(registry)).isEqualTo(1);
        assertThat(out).doesNotExist();
        Files.delete(pipe);

        Corpus.build(recipe, out, BuildOptions.standard().withThreads(2).withRegistry(Corpus.registry(registry)));
        assertThat(size(registry)).isEqualTo(1);
        LoggedEntry logged = LoggedEntry.read(out, LoggedEntry.RELEASE).orElseThrow();
        assertThat(logged.index()).isZero();
        assertThat(ReleaseAudit.check(out, registry, 2).isSound()).isTrue();
    }
}
