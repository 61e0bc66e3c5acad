package fr.corpus.optout;

import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.sql.RegistryTables;
import fr.corpus.internal.sql.SnapshotTables;
import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.VerifierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Where a registry keeps what. Immutable.
 *
 * <pre>
 * log/                checkpoint, tile/…: C2SP tlog-tiles, to be served by any web server
 * log.vkey            the log's public key
 * policy.txt          C2SP tlog-policy: what a receipt is checked with
 * private/            for the operator's eyes only, mode 0700, files 0600
 *   log.key           the log's private key
 *   database.url      address of the PostgreSQL database, when there is one
 *   registry.db       else the SQLite database
 * </pre>
 */
record RegistryDirectory(Path root) {

    private static final String POSTGRES = "jdbc:postgresql:";

    Path log() {
        return root.resolve("log");
    }

    Path verifierKey() {
        return root.resolve("log.vkey");
    }

    Path policy() {
        return root.resolve("policy.txt");
    }

    private Path secrets() {
        return root.resolve("private");
    }

    private Path signerKey() {
        return secrets().resolve("log.key");
    }

    private Path databaseUrl() {
        return secrets().resolve("database.url");
    }

    private Path databaseFile() {
        return secrets().resolve("registry.db");
    }

    boolean exists() {
        return Files.isRegularFile(log().resolve("checkpoint"));
    }

    /** Makes keys, policy and database of a new registry, and keeps those that an interrupted beginning left. */
    SignerKey begin(String origin, Optional<String> url, Entropy entropy) throws IOException {
        if (exists()) {
            throw new IntegrityException(UserMessage.of("optout.registry-exists", root.toString()));
        }
        Files.createDirectories(root);
        if (!Files.isDirectory(secrets())) {
            Files.createDirectory(secrets(), permissions("rwx------"));
        }
        if (!Files.exists(signerKey())) {
            SignerKey key;
            try {
                key = SignerKey.of(origin, SignatureKind.ED25519, entropy.bytes(Opening.SALT_BYTES));
            } catch (IllegalArgumentException e) {
                throw new RecipeException(UserMessage.of("optout.origin", origin), e);
            }
            write(signerKey(), key.secret() + "\n", "rw-------");
        }
        SignerKey key = key();
        if (!key.verifier().name().equals(origin)) {
            throw new IntegrityException(UserMessage.of("optout.registry-exists", root.toString()));
        }
        if (url.isPresent()) {
            if (!url.get().startsWith(POSTGRES)) {
                throw new RecipeException(UserMessage.of("optout.database-url"));
            }
            write(databaseUrl(), url.get() + "\n", "rw-------");
        }
        write(verifierKey(), key.verifier() + "\n", "rw-r--r--");
        write(policy(), "log " + key.verifier() + "\nquorum none\n", "rw-r--r--");
        return key;
    }

    private static FileAttribute<?>[] permissions(String mode) {
        boolean posix =
                Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    /** Writes a file anew with a mode, forced to the disk. */
    private static void write(Path file, String text, String mode) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions(mode))) {
            ByteBuffer buffer = StandardCharsets.UTF_8.encode(text);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private String line(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new EngineException(UserMessage.of("optout.no-registry", root.toString(), file.toString()), e);
        }
    }

    SignerKey key() throws IOException {
        return SignerKey.parse(line(signerKey()));
    }

    /** What the registry itself trusts: its own log, without witnesses. */
    TlogPolicy ownPolicy() throws IOException {
        return TlogPolicy.of(VerifierKey.parse(line(verifierKey())));
    }

    private Optional<String> url() throws IOException {
        return Files.exists(databaseUrl()) ? Optional.of(line(databaseUrl())) : Optional.empty();
    }

    /** The database for writing; of a new registry it is made. */
    RegistryTables tables(boolean create) throws IOException {
        Optional<String> url = url();
        if (url.isPresent()) {
            return RegistryTables.postgres(url.get());
        }
        requireFile(create);
        return RegistryTables.sqlite(databaseFile());
    }

    /** One state of the database for reading. */
    SnapshotTables snapshot() throws IOException {
        Optional<String> url = url();
        if (url.isPresent()) {
            return SnapshotTables.postgres(url.get());
        }
        requireFile(false);
        return SnapshotTables.sqlite(databaseFile());
    }

    private void requireFile(boolean create) {
        if (!create && !Files.isRegularFile(databaseFile())) {
            throw new EngineException(UserMessage.of(
                    "optout.no-registry", root.toString(), databaseFile().toString()));
        }
    }
}
