package fr.corpus.retract;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.release.DurableFiles;
import fr.corpus.release.FileEntry;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Gets files of a release into a folder, each named by its digest once it has that digest. What was got before a failure is kept
 * and the rest asked for. Confined to one thread.
 */
final class FileFetcher {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int ATTEMPTS = 4;

    private final ReleaseOrigin origin;
    private final Path folder;
    private final long firstPauseMillis;
    private long bytesFetched;

    /**
     * A fetcher.
     *
     * @param firstPauseMillis before the second attempt; twice as long before each other
     */
    FileFetcher(ReleaseOrigin origin, Path folder, long firstPauseMillis) {
        this.origin = origin;
        this.folder = folder;
        this.firstPauseMillis = firstPauseMillis;
    }

    /** Bytes that came from the origin. */
    long bytesFetched() {
        return bytesFetched;
    }

    /** One attempt. */
    private interface Attempt<T> {
        T make() throws IOException;
    }

    /** Tries some times, since a connection that breaks may not break again. */
    private <T> T patiently(String path, Attempt<T> attempt) throws IOException {
        IOException last = new IOException();
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                if (i > 0) {
                    Thread.sleep(firstPauseMillis << i - 1);
                }
                return attempt.make();
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException(UserMessage.of("retract.interrupted"), e);
            }
        }
        throw new EngineException(
                UserMessage.of("retract.origin-fails", origin.name(), path, String.valueOf(last.getMessage())), last);
    }

    /**
     * A small file, whole.
     *
     * @return empty if the origin has no such file
     * @throws IntegrityException if it is longer than {@code max}
     */
    Optional<byte[]> small(String path, int max) throws IOException {
        return patiently(path, () -> {
            Optional<ReleaseOrigin.Part> found = origin.open(path, 0, -1);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (ReleaseOrigin.Part part = found.get()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                byte[] buffer = new byte[1 << 14];
                for (int n = part.in().read(buffer); n >= 0; n = part.in().read(buffer)) {
                    bytesFetched += n;
                    if (n > max - bytes.size()) {
                        throw new IntegrityException(
                                UserMessage.of("retract.too-long", origin.name(), path, String.valueOf(max)));
                    }
                    bytes.write(buffer, 0, n);
                }
                return Optional.of(bytes.toByteArray());
            }
        });
    }

    /** Where a file with this digest stands once it is fetched. */
    Path fetched(FileEntry entry) {
        return folder.resolve(entry.sha256().hex());
    }

    /**
     * Gets a file, unless it is there. On return it is on the disk with the promised digest.
     *
     * @throws IntegrityException if the origin’s file is not the one that its manifest promises
     * @throws EngineException if the origin does not give it
     */
    Path fetch(FileEntry entry) throws IOException {
        Path done = fetched(entry);
        if (Files.isRegularFile(done)) {
            return done;
        }
        Path pending = folder.resolve(entry.sha256().hex() + ".part");
        Digest found = patiently(entry.path(), () -> complete(entry, pending));
        if (!found.equals(entry.sha256())) {
            // A damaged remainder of an earlier run, or a bad answer: once more from the beginning.
            Files.delete(pending);
            found = patiently(entry.path(), () -> complete(entry, pending));
        }
        if (!found.equals(entry.sha256())) {
            Files.delete(pending);
            throw new IntegrityException(UserMessage.of(
                    "retract.other-file",
                    origin.name(),
                    entry.path(),
                    entry.sha256().hex(),
                    found.hex()));
        }
        Files.move(pending, done, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectory(folder);
        return done;
    }

    /** Fetches what is missing of a file and answers its digest. */
    private Digest complete(FileEntry entry, Path pending) throws IOException {
        try (FileChannel file = FileChannel.open(
                pending, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long have = file.size();
            if (have > entry.bytes()) {
                file.truncate(0);
                have = 0;
            }
            if (have < entry.bytes() || entry.bytes() == 0) {
                append(entry, file, have);
            }
            file.force(true);
            return digest(file);
        }
    }

    private void append(FileEntry entry, FileChannel file, long have) throws IOException {
        Optional<ReleaseOrigin.Part> found = origin.open(entry.path(), have, entry.bytes());
        if (found.isEmpty()) {
            throw new EngineException(UserMessage.of("retract.file-missing", origin.name(), entry.path()));
        }
        try (ReleaseOrigin.Part part = found.get()) {
            file.truncate(part.start());
            file.position(part.start());
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = entry.bytes() - part.start();
            InputStream in = part.in();
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new EOFException("the answer ends too soon");
                }
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, n);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
                left -= n;
                bytesFetched += n;
            }
            if (in.read() >= 0) {
                throw new IntegrityException(
                        UserMessage.of("retract.too-long", origin.name(), entry.path(), String.valueOf(entry.bytes())));
            }
        }
    }

    private static Digest digest(FileChannel file) throws IOException {
        MessageDigest sha = Sha256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        file.position(0);
        while (file.read(buffer) >= 0) {
            sha.update(buffer.flip());
            buffer.clear();
        }
        return Digest.of(sha.digest());
    }
}
