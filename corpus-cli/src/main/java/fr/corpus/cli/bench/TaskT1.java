package fr.corpus.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Task T1 on a directory of JSONL files: repetition, lines, quality, exact and near duplicates, release. Confined to one
 * thread.
 */
public final class TaskT1 implements AutoCloseable {

    private final ScratchDirectory scratch;
    private final Path recipe;
    private final Path release;

    private TaskT1(ScratchDirectory scratch, Path release) {
        this.scratch = scratch;
        this.recipe = scratch.path().resolve("t1.yaml");
        this.release = release;
    }

    /**
     * Writes the recipe of the task.
     *
     * @param in holds {@code *.jsonl.gz} with fields {@code id} and {@code text}
     * @param profile {@code web} or {@code fineweb2}
     * @param release where the release goes; without it, a place beside the input that {@link #close} removes
     */
    public static TaskT1 prepare(Path in, String profile, Optional<Path> release) throws IOException {
        ScratchDirectory scratch = ScratchDirectory.in(in);
        String recipe = """
                recipe: 1
                name: t1
                seed: 1
                language: fra
                sources:
                  - { id: t1, format: jsonl, paths: "../*.jsonl.gz", profile: %s }
                steps:
                  - { use: filter.repetition@1 }
                  - { use: filter.lines@1 }
                  - { use: filter.quality@1 }
                  - { use: dedup.exact@1 }
                  - { use: dedup.minhash@1 }
                output: { keys: false }
                """.formatted(profile);
        TaskT1 task = new TaskT1(scratch, release.orElse(scratch.path().resolve("release")));
        Files.writeString(task.recipe(), recipe, StandardCharsets.UTF_8);
        return task;
    }

    /** The recipe's file. */
    public Path recipe() {
        return recipe;
    }

    /** Where the release goes. */
    public Path release() {
        return release;
    }

    /** Removes what the task wrote, but for a release that was asked for. */
    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
