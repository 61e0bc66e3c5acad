package fr.corpus.retract;

import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The key with which the holder of a copy signs attestations: one line, readable by its owner only. */
public final class HolderKey {

    /** The name of a key that is made here; whose it is, its id says. */
    public static final String NAME = "corpus-copy";

    private HolderKey() {}

    /**
     * Reads the key of a file, or makes one there.
     *
     * @throws fr.corpus.error.MalformedSourceException if the file is not a key
     * @throws IOException if it cannot be read or written
     */
    public static SignerKey openOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return SignerKey.parse(Files.readString(file, StandardCharsets.UTF_8).strip());
    }

    private static void create(Path file) throws IOException {
        SignerKey key = SignerKey.generate(NAME, SignatureKind.ED25519, new SecureRandom());
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            ByteBuffer bytes = ByteBuffer.wrap((key.secret() + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            return; // Somebody else was faster; theirs is read.
        }
    }
}
