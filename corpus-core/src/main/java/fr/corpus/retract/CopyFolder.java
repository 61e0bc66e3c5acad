package fr.corpus.retract;

import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import fr.corpus.release.DurableFiles;
import fr.corpus.release.SealedManifest;
import fr.corpus.release.SyncMarker;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in a copy where a synchronization keeps what it has fetched, held by one process at a time. */
final class CopyFolder implements Closeable {

    private static final String LOCK = "lock";
    private static final String STATE = "state.json";
    private static final String NEXT = "manifest.json";

    private final Path copy;
    private final Path folder;
    private final FileChannel lock;

    private CopyFolder(Path copy, Path folder, FileChannel lock) {
        this.copy = copy;
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder of a copy.
     *
     * @throws EngineException if another process has it
     */
    static CopyFolder open(Path copy) throws IOException {
        Path folder = Files.createDirectories(copy.resolve(SyncMarker.DIRECTORY));
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = lock.tryLock();
            if (held == null) {
                throw new EngineException(UserMessage.of("retract.copy-taken", copy.toString()));
            }
            return new CopyFolder(copy, folder, lock);
        } catch (OverlappingFileLockException e) {
            lock.close();
            throw new EngineException(UserMessage.of("retract.copy-taken", copy.toString()), e);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Path path() {
        return folder;
    }

    Optional<SyncState> state() throws IOException {
        return SyncState.read(folder.resolve(STATE));
    }

    /** A file that is not listed in a manifest and waits to be exchanged, such as {@code release.entry}. */
    Path unlisted(String path) {
        return folder.resolve("unlisted").resolve(path);
    }

    boolean isExchanging() {
        return Files.exists(SyncMarker.exchanging(copy));
    }

    /** Everything is fetched: from now on the copy is neither release. */
    void beginExchange(SealedManifest next, SyncState state) throws IOException {
        DurableFiles.write(folder.resolve(NEXT), next.bytes());
        state.write(folder.resolve(STATE));
        markExchanging();
    }

    /** Says that the copy is neither release; again, where a cut came between the state and this. */
    void markExchanging() throws IOException {
        if (!isExchanging()) {
            DurableFiles.write(SyncMarker.exchanging(copy), new byte[0]);
        }
    }

    /** The manifest of the release that the copy becomes. */
    SealedManifest next() throws IOException {
        Path file = folder.resolve(NEXT);
        return SealedManifest.parse(Files.readAllBytes(file), file.toString());
    }

    /** The copy is the new release. */
    void endExchange() throws IOException {
        Files.deleteIfExists(SyncMarker.exchanging(copy));
        DurableFiles.forceDirectory(folder);
    }

    /** Removes everything, what says where things stand first. */
    void discard() throws IOException {
        Files.deleteIfExists(folder.resolve(STATE));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        DurableFiles.forceDirectory(copy);
    }

    /** Gives the folder back, and removes it where nothing is in it. */
    @Override
    public void close() throws IOException {
        lock.close();
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.toList();
        }
        if (left.equals(List.of(folder.resolve(LOCK)))) {
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        }
    }
}
