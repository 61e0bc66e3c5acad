package fr.corpus.tlog;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A log that this process writes, as static files that any web server can serve (C2SP tlog-tiles). Confined to one thread;
 * a second writer, in this process or another, is refused.
 *
 * <p>What {@link #append} takes is in memory; when {@link #publish} returns, it and the checkpoint that has it are on disk.
 * The checkpoint is written after everything that it commits to, so a crash leaves the log as it was published last; what was
 * appended since is lost and may be appended again. A log whose files do not give its checkpoint's root does not open.
 */
public final class TileLog implements Closeable {

    private static final String CHECKPOINT = "checkpoint";
    private static final String LOCK = ".lock";
    private static final long WAIT_NANOS = 50_000_000;

    private final LogStore store;
    private List<SignerKey> keys;
    private final TileEdge edge;
    private final @Nullable FileChannel lock;
    private SignedNote published;

    private TileLog(
            LogStore store, List<SignerKey> keys, TileEdge edge, SignedNote published, @Nullable FileChannel lock) {
        this.store = store;
        this.keys = keys;
        this.edge = edge;
        this.published = published;
        this.lock = lock;
    }

    /**
     * Starts a log in a directory, which is made if it is not there, and publishes its empty checkpoint.
     *
     * @param key signs checkpoints; its name is the log's origin
     * @throws IntegrityException if the directory has a log already
     * @throws EngineException if another writer has the directory
     */
    public static TileLog create(Path directory, SignerKey key) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock = lock(directory);
        try {
            return create(new DirectoryLogStore(directory), key, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a log to append to it.
     *
     * @throws IntegrityException if there is none, its checkpoint is not signed by the key, or its files do not give the
     *     checkpoint's root
     * @throws EngineException if another writer has the directory
     */
    public static TileLog open(Path directory, SignerKey key) throws IOException {
        return open(directory, List.of(key));
    }

    /**
     * Opens a log that several keys sign, all of its name. One of them signed what is published, all sign what will be.
     *
     * @param keys at least one
     * @throws IntegrityException if none of them signed it, else as {@link #open(Path, SignerKey)}
     * @throws EngineException if another writer has the directory
     */
    public static TileLog open(Path directory, List<SignerKey> keys) throws IOException {
        if (!Files.isRegularFile(directory.resolve(CHECKPOINT))) {
            throw new IntegrityException(UserMessage.of("tlog.no-log", directory.toString()));
        }
        FileChannel lock = lock(directory);
        try {
            return open(new DirectoryLogStore(directory), keys, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Where the keys of a log come from, asked while other writers are kept out. */
    @FunctionalInterface
    public interface KeySource {
        /**
         * The keys that sign, all of the log's name.
         *
         * @param exists whether there is a log, of which one of the keys signed what is published
         * @return at least one; of a new log the first is used
         */
        List<SignerKey> keys(boolean exists) throws IOException;
    }

    /**
     * Opens the log of a directory, or starts one where there is none.
     *
     * @param wait how long to wait for another writer
     * @throws IntegrityException as {@link #open(Path, SignerKey)}
     * @throws EngineException if another writer has the directory for longer
     */
    public static TileLog openOrCreate(Path directory, KeySource keys, Duration wait) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock = waitFor(directory, wait);
        try {
            boolean exists = Files.isRegularFile(directory.resolve(CHECKPOINT));
            List<SignerKey> signers = keys.keys(exists);
            LogStore store = new DirectoryLogStore(directory);
            return exists ? open(store, signers, lock) : create(store, signers.get(0), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel waitFor(Path directory, Duration wait) throws IOException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                return lock(directory);
            } catch (EngineException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(WAIT_NANOS);
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    /**
     * Starts a log in a store that the caller keeps other writers out of.
     *
     * @throws IntegrityException if the store has a log already
     */
    public static TileLog create(LogStore store, SignerKey key) throws IOException {
        return create(store, key, null);
    }

    /**
     * Opens a log in a store that the caller keeps other writers out of.
     *
     * @throws IntegrityException as {@link #open(Path, SignerKey)}
     */
    public static TileLog open(LogStore store, SignerKey key) throws IOException {
        return open(store, List.of(key), null);
    }

    static TileLog create(LogStore store, SignerKey key, @Nullable FileChannel lock) throws IOException {
        if (store.read(CHECKPOINT).isPresent()) {
            throw new IntegrityException(
                    UserMessage.of("tlog.log-exists", key.verifier().name()));
        }
        Checkpoint empty = Checkpoint.of(key.verifier().name(), 0, MerkleHash.EMPTY_ROOT);
        SignedNote note = key.note(empty.text());
        TileLog log = new TileLog(store, List.of(key), TileEdge.load(TileReader.of(store, empty)), note, lock);
        log.write(note);
        return log;
    }

    static TileLog open(LogStore store, List<SignerKey> keys, @Nullable FileChannel lock) throws IOException {
        byte[] bytes = store.read(CHECKPOINT)
                .orElseThrow(() -> new IntegrityException(
                        UserMessage.of("tlog.no-log", keys.get(0).verifier().name())));
        SignedNote note = SignedNote.parse(bytes);
        VerifierKey[] known = keys.stream().map(SignerKey::verifier).toArray(VerifierKey[]::new);
        Checkpoint checkpoint = TlogPolicy.of(known).verify(note).checkpoint();
        TileReader reader = TileReader.of(store, checkpoint);
        reader.verifyRoot();
        return new TileLog(store, List.copyOf(keys), TileEdge.load(reader), note, lock);
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new EngineException(UserMessage.of("tlog.locked", directory.toString()), e);
        }
        channel.close();
        throw new EngineException(UserMessage.of("tlog.locked", directory.toString()));
    }

    /**
     * Takes an entry and returns its index. Nothing is durable, and no proof exists, before {@link #publish}.
     *
     * @param entry at most 65,535 bytes
     * @throws IllegalArgumentException if it is longer
     */
    public long append(byte[] entry) throws IOException {
        if (entry.length > EntryBundle.MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException("an entry has at most 65535 bytes, got " + entry.length);
        }
        return edge.append(entry, store);
    }

    /**
     * Makes all entries durable and signs the checkpoint that has them.
     *
     * @return the signed checkpoint, on disk; the same as before if nothing was appended
     */
    public SignedNote publish() throws IOException {
        Checkpoint last = Checkpoint.parse(published.text());
        if (last.size() == edge.size()) {
            return published;
        }
        List<TilePath> outgrown = edge.writePartialTiles(last.size(), store);
        store.sync();
        Digest root = edge.root();
        SignedNote note = signed(
                Checkpoint.of(keys.get(0).verifier().name(), edge.size(), root).text());
        write(note);
        published = note;
        for (TilePath path : outgrown) {
            store.deletePartial(path);
        }
        return note;
    }

    private SignedNote signed(String text) {
        SignedNote note = keys.get(0).note(text);
        for (SignerKey other : keys.subList(1, keys.size())) {
            note = note.with(other.sign(text, 0));
        }
        return note;
    }

    /**
     * Lets other keys of the same name sign from now on, beginning with what is published; cosignatures stay.
     *
     * @param others at least one
     */
    public SignedNote sign(List<SignerKey> others) throws IOException {
        if (others.stream()
                .anyMatch(other ->
                        !other.verifier().name().equals(keys.get(0).verifier().name()))) {
            throw new IllegalArgumentException("the name of a log's key is the log's name");
        }
        String name = keys.get(0).verifier().name();
        keys = List.copyOf(others);
        SignedNote note = signed(published.text());
        for (NoteSignature signature : published.signatures()) {
            if (!signature.name().equals(name)) {
                note = note.with(signature);
            }
        }
        write(note);
        published = note;
        return note;
    }

    /**
     * Adds cosignatures to the published checkpoint and makes them durable.
     *
     * @param cosignatures of witnesses, checked by the caller
     */
    public SignedNote attach(List<NoteSignature> cosignatures) throws IOException {
        SignedNote note = published;
        for (NoteSignature cosignature : cosignatures) {
            note = note.replacing(cosignature);
        }
        write(note);
        published = note;
        return note;
    }

    private void write(SignedNote note) throws IOException {
        store.put(CHECKPOINT, note.bytes());
        store.sync();
    }

    /** The signed checkpoint that was published last. */
    public SignedNote published() {
        return published;
    }

    /** Number of entries, those not yet published included. */
    public long size() {
        return edge.size();
    }

    /** A reader of what was published last. */
    public TileReader reader() {
        return TileReader.of(store, Checkpoint.parse(published.text()));
    }

    /** Lets another writer in; what was not published is lost. */
    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
