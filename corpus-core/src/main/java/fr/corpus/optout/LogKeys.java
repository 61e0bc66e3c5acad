package fr.corpus.optout;

import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the keys of one log of a registry are: the private ones that sign, one in a line, the newest first; the next one while a
 * rotation is under way; the newest public one. Immutable; each write is whole and on the disk.
 *
 * @param place the registry
 * @param signers the file of the private keys
 * @param verifier the file of the public key
 */
record LogKeys(RegistryDirectory place, Path signers, Path verifier) {

    /** The line after a next key that says that the old one must go at once. */
    private static final String URGENT = "compromised";

    private static final String PRIVATE = "rw-------";

    /** The keys that sign, the newest first. */
    List<SignerKey> all() throws IOException {
        return place.line(signers).lines().map(SignerKey::parse).toList();
    }

    /** The newest of {@link #all}. */
    SignerKey newest() throws IOException {
        return all().get(0);
    }

    void write(List<SignerKey> keys) throws IOException {
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(key.secret()).append('\n'));
        RegistryDirectory.replace(signers, lines.toString().getBytes(StandardCharsets.UTF_8), PRIVATE);
    }

    private Path nextFile() {
        return signers.resolveSibling(signers.getFileName() + ".next");
    }

    /** Keeps the key of a rotation that begins, and whether the old one must go at once. */
    void writeNext(SignerKey next, boolean urgent) throws IOException {
        String lines = next.secret() + "\n" + (urgent ? URGENT + "\n" : "");
        RegistryDirectory.replace(nextFile(), lines.getBytes(StandardCharsets.UTF_8), PRIVATE);
    }

    Optional<SignerKey> next() throws IOException {
        return Files.exists(nextFile())
                ? place.line(nextFile()).lines().findFirst().map(SignerKey::parse)
                : Optional.empty();
    }

    boolean nextIsUrgent() throws IOException {
        return place.line(nextFile()).lines().anyMatch(URGENT::equals);
    }

    void deleteNext() throws IOException {
        Files.delete(nextFile());
    }

    /** Tells the world of a key that signs. */
    void publish(VerifierKey key) throws IOException {
        place.addToPolicy(key);
        RegistryDirectory.replace(verifier, (key + "\n").getBytes(StandardCharsets.UTF_8), "rw-r--r--");
    }
}
