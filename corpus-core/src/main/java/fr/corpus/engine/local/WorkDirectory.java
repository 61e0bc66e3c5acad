package fr.corpus.engine.local;

import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a run keeps what is not yet a release: {@code <release>.work} beside it. One run at a time holds its lock; what an
 * interrupted run left is used again when the plan is the same, else thrown away.
 */
final class WorkDirectory implements Closeable {

    private static final String PLAN = "plan";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private WorkDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the directory for one run.
     *
     * @param plan everything that the spooled files depend on; another plan empties the directory
     * @throws EngineException if another run holds it
     */
    static WorkDirectory open(Path release, String plan) throws IOException {
        Path root = release.resolveSibling(release.getFileName() + ".work");
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by another run in this process: the same refusal as for another process.
        }
        if (lock == null) {
            channel.close();
            throw new EngineException(UserMessage.of("engine.locked", release.toString()));
        }
        WorkDirectory directory = new WorkDirectory(root, channel, lock);
        directory.adopt(plan);
        return directory;
    }

    private void adopt(String plan) throws IOException {
        Path file = root.resolve(PLAN);
        if (!plan.equals(readIfPresent(file))) {
            for (String part : new String[] {"units", "dedup", "release"}) {
                delete(root.resolve(part));
            }
            Files.deleteIfExists(file);
            write(file, plan);
        }
        Files.createDirectories(units());
        delete(dedup());
        Files.createDirectories(dedup());
    }

    private static String readIfPresent(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Finished units of the read segment. */
    Path units() {
        return root.resolve("units");
    }

    /** Temporary files of the barrier. */
    Path dedup() {
        return root.resolve("dedup");
    }

    /** The release being written. */
    Path release() {
        return root.resolve("release");
    }

    /** Writes a small file whole or not at all. */
    static void write(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, content, StandardCharsets.UTF_8);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes a tree, if it is there. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes everything: the release is in place. */
    void discard() throws IOException {
        close();
        delete(root);
    }

    @Override
    public void close() throws IOException {
        if (lock.isValid()) {
            lock.release();
        }
        channel.close();
    }
}
