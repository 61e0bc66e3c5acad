package fr.corpus.search;

import fr.corpus.error.EngineException;
import fr.corpus.error.UserMessage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where an index is made: beside its place, for one run at a time, so that nothing under its name is ever unfinished. Confined to
 * one thread.
 */
final class IndexDirectory implements Closeable {

    static final String DESCRIPTION = "index.json";
    static final String WORDS = "words";
    static final String RUNS = "runs";
    static final String KEYS = "keys";

    /** Tens of thousands of files. */
    static final long MAX_DESCRIPTION_BYTES = 1 << 22;

    private static final String FORMAT_PREFIX = "\"corpus-index@";

    private final Path target;
    private final Path work;
    private final FileChannel channel;
    private final FileLock lock;

    private IndexDirectory(Path target, Path work, FileChannel channel, FileLock lock) {
        this.target = target;
        this.work = work;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Begins an index; what an interrupted run left is deleted.
     *
     * @param target where the index will stand
     * @throws EngineException if something that is no index stands there, or another run is making it
     */
    static IndexDirectory begin(Path target) throws IOException {
        if (!isFree(target) && !isIndex(target)) {
            throw new EngineException(UserMessage.of("search.not-an-index", target.toString()));
        }
        Path work = target.resolveSibling(target.getFileName() + ".work");
        Files.createDirectories(work);
        FileChannel channel =
                FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by another run in this process: the same refusal as for another process.
        }
        if (lock == null) {
            channel.close();
            throw new EngineException(UserMessage.of("search.locked", target.toString()));
        }
        IndexDirectory directory = new IndexDirectory(target, work, channel, lock);
        delete(directory.fresh());
        delete(directory.old());
        Files.createDirectories(directory.words());
        return directory;
    }

    /** Whether an index stands there, of this version or another, damaged or not: what may be deleted. */
    private static boolean isIndex(Path target) throws IOException {
        Path description = target.resolve(DESCRIPTION);
        return Files.isRegularFile(description)
                && Files.size(description) <= MAX_DESCRIPTION_BYTES
                && new String(Files.readAllBytes(description), StandardCharsets.UTF_8).contains(FORMAT_PREFIX);
    }

    private static boolean isFree(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(target)) {
            return entries.findAny().isEmpty();
        }
    }

    private Path fresh() {
        return work.resolve("index");
    }

    private Path old() {
        return work.resolve("old");
    }

    /** Where the words go. */
    Path words() {
        return fresh().resolve(WORDS);
    }

    /** Where the filter of word sequences goes. */
    Path runs() {
        return fresh().resolve(RUNS);
    }

    /** Where the keys go, of a release that has none. */
    Path keys() {
        return fresh().resolve(KEYS);
    }

    /** Sizes of all files so far, by path. */
    Map<String, Long> files() throws IOException {
        return sizes(fresh());
    }

    /** Sizes of the files of an index but its description, by path. */
    static Map<String, Long> sizes(Path index) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(index)) {
            for (Path file : walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String path = index.relativize(file).toString().replace('\\', '/');
                if (!path.equals(DESCRIPTION)) {
                    sizes.put(path, Files.size(file));
                }
            }
        }
        return sizes;
    }

    /** Gives the index its name, instead of one that stands there. */
    void publish(IndexDescription description) throws IOException {
        Files.write(fresh().resolve(DESCRIPTION), description.json());
        force(fresh());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(target, old(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Puts all files of a directory on the disk. */
    private static void force(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    open.force(true);
                }
            }
        }
    }

    /** Lets go; deletes what was not published. */
    @Override
    public void close() throws IOException {
        try {
            delete(fresh());
            delete(old());
            Files.deleteIfExists(work.resolve("lock"));
            lock.release();
        } finally {
            channel.close();
        }
        try {
            Files.deleteIfExists(work);
        } catch (java.nio.file.DirectoryNotEmptyException e) {
            // Another run has begun in it.
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
