package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.hash.Digest;
import fr.corpus.proof.KeyTrieCopy;
import fr.corpus.proof.ReleaseKeys;
import fr.corpus.step.RightsDecision;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the key trie of a release without some documents. Does nothing where the release has no keys. Thread-safe. */
final class KeyRemoval implements Closeable {

    private final Set<DocumentId> gone;
    private final Path target;
    private final String version;
    private final @Nullable KeyTrieCopy copy;

    private KeyRemoval(Set<DocumentId> gone, Path target, String version, @Nullable KeyTrieCopy copy) {
        this.gone = gone;
        this.target = target;
        this.version = version;
        this.copy = copy;
    }

    /**
     * Begins.
     *
     * @param gone ids of documents that are withheld
     * @throws fr.corpus.error.IntegrityException if the trie is not that of the manifest
     */
    static KeyRemoval open(Path release, Manifest manifest, Path result, Set<DocumentId> gone) throws IOException {
        Path target = result.resolve(KeyFiles.DIRECTORY);
        if (manifest.keys().isEmpty()) {
            return new KeyRemoval(gone, target, "", null);
        }
        for (FileEntry entry : manifest.files()) {
            if (KeyFiles.paths().contains(entry.path())) {
                PartReading.requirePromised(release, entry);
            }
        }
        Files.createDirectories(target);
        String version = manifest.keys().get().version();
        return new KeyRemoval(gone, target, version, new KeyTrieCopy(release.resolve(KeyFiles.DIRECTORY), target));
    }

    /** What takes the rows of one part that stay though another row of their id goes. */
    Stayed stayed() {
        return new Stayed();
    }

    /** Their keys are made anew, since those of their id are removed. Confined to one thread. */
    final class Stayed {
        private final ReleaseKeys keys = new ReleaseKeys(version);

        void add(ReleaseRow row) throws IOException {
            if (copy == null) {
                return;
            }
            Optional<LicenseId> license = row.admission().map(RightsDecision.Admit::license);
            keys.of(row.document(), license, KeyRemoval.this::add);
        }
    }

    private synchronized void add(byte[] pair) throws IOException {
        if (copy != null) {
            copy.add(
                    Digest.of(Arrays.copyOf(pair, Digest.BYTES)),
                    Digest.of(Arrays.copyOfRange(pair, Digest.BYTES, ReleaseKeys.PAIR_BYTES)));
        }
    }

    /** Writes the trie, if the release has one. On return it is on the disk. */
    Optional<Manifest.KeySet> finish() throws IOException {
        if (copy == null) {
            return Optional.empty();
        }
        copy.finish(gone::contains);
        return Optional.of(KeyFiles.force(target, version));
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            copy.close();
        }
    }
}
