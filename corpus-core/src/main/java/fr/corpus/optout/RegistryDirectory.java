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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a registry keeps what. Immutable.
 *
 * <pre>
 * log/                checkpoint, tile/…: C2SP tlog-tiles, to be served by any web server
 * log.vkey            the log's public key
 * releases/           the log of the releases that heeded this registry, likewise
 * releases.vkey       its public key
 * timestamps/         RFC 3161 tokens over checkpoints, by size
 * policy.txt          C2SP tlog-policy: what receipts and proofs are checked with
 * private/            for the operator's eyes only, mode 0700, files 0600
 *   log.key           the log's private key
 *   releases.key      the private key of the log of releases
 *   database.url      address of the PostgreSQL database, when there is one
 *   registry.db       else the SQLite database
 * </pre>
 */
public record RegistryDirectory(Path root) {

    /** What the name of a log of releases has after the name of its registry's log. */
    public static final String RELEASES_SUFFIX = "/releases";

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

    /** The log of releases. */
    public Path releases() {
        return root.resolve("releases");
    }

    private Path releasesVerifierKey() {
        return root.resolve("releases.vkey");
    }

    private Path releasesKey() {
        return secrets().resolve("releases.key");
    }

    /** Whether there is a registry. */
    public boolean exists() {
        return Files.isRegularFile(log().resolve("checkpoint"));
    }

    /**
     * Requires {@link #exists}.
     *
     * @throws EngineException if there is no registry
     */
    public void requireRegistry() {
        if (!exists()) {
            throw new EngineException(UserMessage.of(
                    "optout.no-registry",
                    root.toString(),
                    log().resolve("checkpoint").toString()));
        }
    }

    /** Makes keys, policy and database of a new registry, and keeps those that an interrupted beginning left. */
    SignerKey begin(String origin, Optional<String> url, Entropy entropy) throws IOException {
        if (exists()) {
            throw new IntegrityException(UserMessage.of("optout.registry-exists", root.toString()));
        }
        if (origin.endsWith(RELEASES_SUFFIX)) {
            throw new RecipeException(UserMessage.of("optout.origin", origin));
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
        SignerKey key = keys().newest();
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

    /**
     * The keys of the log of releases, whose name is that of the registry's log with {@value #RELEASES_SUFFIX}. Before the log
     * is begun, the key is made and the policy gets a line for it; the operator's own lines stay. The caller keeps other
     * writers out.
     *
     * @param begun whether the log was begun
     * @return the keys that sign, the newest first
     * @throws EngineException if there is no registry, or the key of a log that was begun is missing
     */
    public List<SignerKey> releasesKeys(boolean begun, Entropy entropy) throws IOException {
        requireRegistry();
        if (begun) {
            return releasesKeys().all();
        }
        if (!Files.exists(releasesKey())) {
            String origin = keys().newest().verifier().name() + RELEASES_SUFFIX;
            SignerKey key = SignerKey.of(origin, SignatureKind.ED25519, entropy.bytes(Opening.SALT_BYTES));
            replace(releasesKey(), (key.secret() + "\n").getBytes(StandardCharsets.UTF_8), "rw-------");
        }
        SignerKey key = SignerKey.parse(line(releasesKey()));
        byte[] written = (key.verifier() + "\n").getBytes(StandardCharsets.UTF_8);
        replace(releasesVerifierKey(), written, "rw-r--r--");
        addToPolicy(key.verifier());
        return List.of(key);
    }

    /** Adds a line for a key of a log to the policy, unless it has one. */
    void addToPolicy(VerifierKey key) throws IOException {
        byte[] policy = Files.exists(policy())
                ? Files.readAllBytes(policy())
                : ("log " + line(verifierKey()) + "\nquorum none\n").getBytes(StandardCharsets.UTF_8);
        if (TlogPolicy.parse(policy).logs().contains(key)) {
            return;
        }
        // One char for each octet, as the policy reader takes it, so that the operator's own lines stay as they are.
        List<String> lines = new ArrayList<>(List.of(new String(policy, StandardCharsets.ISO_8859_1).split("\n")));
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).strip().startsWith("log ") ? i + 1 : last;
        }
        lines.add(last, "log " + key);
        String text = String.join("\n", lines) + "\n";
        replace(policy(), text.getBytes(StandardCharsets.ISO_8859_1), "rw-r--r--");
    }

    /** Puts a file in place, whole or not at all, over an older one; on return it is on the disk. */
    static void replace(Path file, byte[] bytes, String mode) throws IOException {
        Path pending = file.resolveSibling(file.getFileName() + ".part");
        write(pending, bytes, mode);
        Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
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
        write(file, text.getBytes(StandardCharsets.UTF_8), mode);
    }

    private static void write(Path file, byte[] bytes, String mode) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions(mode))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The text of a small file, without space around it. */
    String line(Path file) throws IOException {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new EngineException(UserMessage.of("optout.no-registry", root.toString(), file.toString()), e);
        }
    }

    /**
     * What others check receipts and proofs with: {@code policy.txt}.
     *
     * @throws fr.corpus.error.MalformedSourceException if it is no policy
     */
    public TlogPolicy readPolicy() throws IOException {
        return TlogPolicy.parse(Files.readAllBytes(policy()));
    }

    /** Where the time-stamp tokens over checkpoints of the log of reservations are. */
    Path timestamps() {
        return root.resolve("timestamps");
    }

    /** Where those over checkpoints of the log of releases are. */
    public Path releasesTimestamps() {
        return timestamps().resolve("releases");
    }

    private static Path timestampFile(Path tokens, long size) {
        return tokens.resolve(size + ".tsr");
    }

    static void writeTimestamp(Path tokens, long size, byte[] response) throws IOException {
        Files.createDirectories(tokens);
        replace(timestampFile(tokens, size), response, "rw-r--r--");
    }

    /** The time-stamp token over the checkpoint of the log of reservations of a size, if there is one. */
    Optional<byte[]> timestamp(long size) throws IOException {
        Path file = timestampFile(timestamps(), size);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** The keys of the log of reservations. */
    LogKeys keys() {
        return new LogKeys(this, signerKey(), verifierKey());
    }

    /** The keys of the log of releases, once it was begun. */
    LogKeys releasesKeys() {
        return new LogKeys(this, releasesKey(), releasesVerifierKey());
    }

    /** Takes the lines of keys out of the policy; the operator's own lines stay. */
    void distrust(List<VerifierKey> keys) throws IOException {
        StringBuilder kept = new StringBuilder();
        for (String line :
                Files.readString(policy(), StandardCharsets.ISO_8859_1).split("\n")) {
            boolean gone = keys.stream()
                    .anyMatch(key -> line.strip().matches("log[ \t]+" + Pattern.quote(key.toString()) + "([ \t].*)?"));
            kept.append(gone ? "" : line + "\n");
        }
        replace(policy(), kept.toString().getBytes(StandardCharsets.ISO_8859_1), "rw-r--r--");
    }

    /** Whether the log of releases was begun. */
    public boolean hasReleases() {
        return Files.isRegularFile(releases().resolve("checkpoint"));
    }

    /**
     * What the registry itself trusts of releases: every log of its policy, so that keys count that it rotated away from, and its
     * two present keys, without witnesses.
     *
     * @throws EngineException if the registry has no log of releases
     */
    public TlogPolicy releasesPolicy() throws IOException {
        List<VerifierKey> logs = new ArrayList<>(
                List.of(VerifierKey.parse(line(releasesVerifierKey())), VerifierKey.parse(line(verifierKey()))));
        if (Files.exists(policy())) {
            logs.addAll(TlogPolicy.parse(Files.readAllBytes(policy())).logs());
        }
        return TlogPolicy.of(logs.toArray(VerifierKey[]::new));
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
