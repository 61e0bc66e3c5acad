package fr.corpus;

import fr.corpus.engine.local.LocalEngine;
import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.match.BroadChoice;
import fr.corpus.match.RegistryReservations;
import fr.corpus.match.Reservations;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.pipeline.BuildOptions;
import fr.corpus.pipeline.BuildReport;
import fr.corpus.pipeline.HeededRegistry;
import fr.corpus.pipeline.Pipeline;
import fr.corpus.pipeline.SourceChain;
import fr.corpus.pipeline.Version;
import fr.corpus.recipe.RecipeReader;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseReport;
import fr.corpus.release.ReleaseVerifier;
import fr.corpus.release.Table;
import fr.corpus.retract.Retraction;
import fr.corpus.retract.RetractionReport;
import fr.corpus.retract.SyncListener;
import fr.corpus.retract.SyncOptions;
import fr.corpus.retract.SyncReport;
import fr.corpus.retract.Synchronization;
import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * The front door: builds, opens and checks releases of a corpus. Thread-safe.
 *
 * <pre>{@code
 * BuildReport report = Corpus.build(Path.of("recipe.yaml"), Path.of("release"));
 * System.out.println(report.counts());
 * try (RowStream<ReleaseRow> rows = Corpus.open(report.release()).data()) {
 *     for (Optional<ReleaseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
 *         System.out.println(row.get().id() + " " + row.get().chars());
 *     }
 * }
 * }</pre>
 */
public final class Corpus {

    private Corpus() {}

    /** Builds a release with all cores, see {@link #build(Path, Path, BuildOptions)}. */
    public static BuildReport build(Path recipe, Path release) {
        return build(recipe, release, BuildOptions.standard());
    }

    /**
     * Builds the release that a recipe describes. The directory appears whole or not at all; what an interrupted build left in
     * {@code <release>.work} is used again. A release of the same recipe and input that stands there already is left alone.
     *
     * @param recipe the recipe's file
     * @param release where the release will stand; its parent directory is created
     * @throws fr.corpus.error.RecipeException if the recipe is wrong
     * @throws fr.corpus.error.MalformedSourceException if a source cannot be read
     * @throws EngineException if the disk, a permission or memory fails, or another build holds the directory
     */
    public static BuildReport build(Path recipe, Path release, BuildOptions options) {
        return guarded(release, () -> {
            Pipeline pipeline = Pipeline.of(RecipeReader.read(recipe).resolve());
            return new LocalEngine(pipeline, release.toAbsolutePath().normalize(), options).run();
        });
    }

    /**
     * The releases of which a recipe reads documents: a source may be the data table of one, which may be stale.
     *
     * @throws fr.corpus.error.RecipeException if the recipe is wrong
     */
    public static List<Path> releasesAmongSources(Path recipe) {
        return guarded(recipe, () -> {
            TreeSet<Path> releases = new TreeSet<>();
            for (SourceChain source :
                    Pipeline.of(RecipeReader.read(recipe).resolve()).sources()) {
                for (SourceFile file : source.files()) {
                    Path table = file.path().toAbsolutePath().getParent();
                    if (table != null && table.getParent() != null && table.endsWith(Table.DATA.directory())) {
                        releases.add(table.getParent());
                    }
                }
            }
            releases.removeIf(release -> !Files.isRegularFile(release.resolve("manifest.json")));
            return List.copyOf(releases);
        });
    }

    /**
     * Loads what a registry of opt-outs reserves at its checkpoint, for {@link BuildOptions#withReservations}.
     *
     * @throws EngineException if there is no registry there, or it cannot be read
     * @throws fr.corpus.error.IntegrityException if its checkpoint is not signed by its key
     */
    public static Reservations reservations(Path registry) {
        return guarded(registry, () -> {
            try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry)) {
                return RegistryReservations.load(snapshot);
            }
        });
    }

    /**
     * Opens a registry of opt-outs at its checkpoint, for {@link BuildOptions#withRegistry}: what it reserves is honoured, and the
     * release is entered in its log of releases, so that proofs about it can be checked.
     *
     * @throws EngineException if there is no registry there, it cannot be read, or its log of releases cannot be written
     * @throws fr.corpus.error.IntegrityException if a checkpoint is not signed by its key
     */
    public static HeededRegistry registry(Path registry) {
        return guarded(registry, () -> HeededRegistry.open(registry));
    }

    /**
     * Opens a release for reading.
     *
     * @throws fr.corpus.error.IntegrityException if it is not a whole release
     * @throws EngineException if it cannot be read
     */
    public static ReleaseReader open(Path release) {
        return guarded(release, () -> ReleaseReader.open(release));
    }

    /**
     * Recomputes everything that a release says of itself from its bytes.
     *
     * @throws EngineException if a file cannot be read
     */
    public static ReleaseReport check(Path release) {
        return guarded(
                release,
                () -> ReleaseVerifier.check(release, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * Writes the release that takes the place of one of which documents have been reserved since it was built, and enters both
     * in the registry’s log of releases. Nothing is written when nothing is reserved. See {@link Retraction}.
     *
     * @param release the release that is there; it gets a notice where its directory can be written
     * @param registry the registry, at its newest checkpoint
     * @param out where the new release will stand, absent or empty
     * @param threads how many files are read and written at once
     * @throws EngineException if a directory is not what it must be, or the disk fails
     * @throws fr.corpus.error.IntegrityException if release or registry are not what they say
     */
    public static RetractionReport retract(Path release, Path registry, Path out, int threads) {
        return retract(release, registry, BroadChoice.SET_ASIDE, out, threads);
    }

    /** The same with a choice for selectors of unverified claims that take too much. */
    public static RetractionReport retract(Path release, Path registry, BroadChoice broad, Path out, int threads) {
        return guarded(
                release,
                () -> new Retraction(release, out, threads, Version.current())
                        .run(HeededRegistry.open(registry).with(broad)));
    }

    /**
     * Copies a release, or brings a copy of one to the release that takes its place. See {@link Synchronization}.
     *
     * @param from directory, or http or https address, of the release that takes its place
     * @throws EngineException if a place is not what it must be, the origin fails, or another process has the copy
     * @throws fr.corpus.error.IntegrityException if the origin’s release does not take the place of the copy’s, or is not what it
     *     says
     */
    public static SyncReport sync(Path copy, String from, SyncOptions options, SyncListener listener) {
        return guarded(copy, () -> new Synchronization(copy, from, options, listener).run());
    }

    /** Work on files. */
    private interface Work<T> {
        T run() throws IOException;
    }

    /** Turns failures of the environment into sentences that say what to do. */
    private static <T> T guarded(Path subject, Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw explained(subject, e);
        } catch (UncheckedIOException e) {
            throw explained(subject, e.getCause());
        } catch (OutOfMemoryError e) {
            throw new EngineException(UserMessage.of("engine.memory"), e);
        }
    }

    private static EngineException explained(Path subject, IOException e) {
        String file = e instanceof FileSystemException failed && failed.getFile() != null
                ? failed.getFile()
                : subject.toString();
        String detail = String.valueOf(e.getMessage());
        if (detail.contains("No space left") || detail.contains("Disk quota exceeded")) {
            return new EngineException(UserMessage.of("engine.no-space", file), e);
        }
        if (e instanceof AccessDeniedException) {
            return new EngineException(UserMessage.of("engine.denied", file), e);
        }
        if (e instanceof FileAlreadyExistsException) {
            return new EngineException(UserMessage.of("engine.already-there", file), e);
        }
        if (e instanceof NoSuchFileException) {
            return new EngineException(UserMessage.of("engine.missing", file), e);
        }
        return new EngineException(UserMessage.of("engine.io", file, detail), e);
    }
}
