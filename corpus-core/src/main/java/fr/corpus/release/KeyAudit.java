package fr.corpus.release;

import fr.corpus.document.LicenseId;
import fr.corpus.proof.KeyTrieBuilder;
import fr.corpus.proof.ReleaseKeys;
import fr.corpus.step.RightsDecision;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the keys of a release again from its rows and compares them with those that it publishes. Thread-safe. */
final class KeyAudit implements Closeable {

    private final Path directory;
    private final KeyTrieBuilder builder;
    private final ThreadLocal<ReleaseKeys> keys;

    /**
     * An audit, which sorts in the directory for temporary files.
     *
     * @param version of the keys that the release publishes
     * @param pairsInMemory before they are sorted to disk
     */
    KeyAudit(String version, int pairsInMemory) throws IOException {
        keys = ThreadLocal.withInitial(() -> new ReleaseKeys(version));
        directory = Files.createTempDirectory("corpus-keys-");
        builder = new KeyTrieBuilder(directory, pairsInMemory);
    }

    /** Takes the keys of a row. */
    void add(ReleaseRow row) {
        Optional<LicenseId> license = row.admission().map(RightsDecision.Admit::license);
        try {
            keys.get().of(row.document(), license, this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void add(byte[] pair) throws IOException {
        KeyFiles.add(pair, builder);
    }

    /** Compares with what the manifest says and answers the keys that the rows give. */
    Manifest.KeySet compare(Manifest manifest, Findings findings) throws IOException {
        builder.finish();
        Manifest.KeySet promised = manifest.keys().orElseThrow();
        Manifest.KeySet found = KeyFiles.describe(directory, promised.version());
        if (!found.root().equals(promised.root())) {
            findings.add(
                    ReleaseFiles.MANIFEST,
                    0,
                    "root",
                    KeyFiles.DIRECTORY,
                    promised.root().hex(),
                    found.root().hex());
        }
        if (found.count() != promised.count()) {
            findings.add(ReleaseFiles.MANIFEST, 0, "figures", "keys.count", promised.count(), found.count());
        }
        List<FileEntry> listed = manifest.files();
        for (FileEntry file : KeyFiles.entries(directory)) {
            if (!listed.contains(file)) {
                findings.add(
                        file.path(), 0, "keys-file", file.path(), file.sha256().hex());
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        builder.close();
        for (String path : KeyFiles.paths()) {
            Files.deleteIfExists(directory.resolve(path.substring(KeyFiles.DIRECTORY.length() + 1)));
        }
        Files.deleteIfExists(directory);
    }
}
