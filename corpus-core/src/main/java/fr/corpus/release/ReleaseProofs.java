package fr.corpus.release;

import fr.corpus.document.LicenseId;
import fr.corpus.error.EngineException;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Sha256;
import fr.corpus.proof.KeyTrie;
import fr.corpus.proof.ReleaseProver;
import fr.corpus.proof.ReleaseState;
import fr.corpus.releaselog.LoggedEntry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The proofs that a release on disk can give. Thread-safe. */
public final class ReleaseProofs implements Closeable {

    private final KeyTrie trie;
    private final ReleaseProver prover;

    private ReleaseProofs(KeyTrie trie, ReleaseProver prover) {
        this.trie = trie;
        this.prover = prover;
    }

    /**
     * Opens a release.
     *
     * @param signed a signed note around the release's checkpoint, to be put into the proofs instead of it; without one the proofs
     *     have the entry of the log of releases, if the release was logged
     * @param registry a registry whose log of releases gives the newest proof of the entry, if it is the one that has it; without one
     *     the proof is that which the release carries
     * @throws EngineException if there is no release, or it was built without keys
     * @throws IntegrityException if manifest, checkpoint, note, entry and trie do not belong together
     * @throws IOException if it cannot be read
     */
    public static ReleaseProofs open(Path release, Optional<Path> signed, Optional<Path> registry) throws IOException {
        Manifest manifest = ReleaseReader.open(release).manifest();
        if (manifest.keys().isEmpty()) {
            throw new EngineException(UserMessage.of("release.no-keys", release.toString()));
        }
        byte[] json = Files.readAllBytes(release.resolve(ReleaseFiles.MANIFEST));
        byte[] checkpoint = ReleaseCheckpoint.of(manifest, Sha256.of(json)).toBytes();
        Path file = release.resolve(ReleaseFiles.CHECKPOINT);
        ReleaseState own = ReleaseState.parse(Files.readString(file, StandardCharsets.UTF_8));
        ReleaseState state =
                signed.isPresent() ? ReleaseState.parse(Files.readString(signed.get(), StandardCharsets.UTF_8)) : own;
        String promised = new String(checkpoint, StandardCharsets.UTF_8);
        if (!own.checkpoint().text().equals(promised)
                || !state.checkpoint().text().equals(promised)) {
            throw new IntegrityException(UserMessage.of(
                    "release.other-checkpoint", signed.orElse(file).toString()));
        }
        Optional<LoggedEntry> logged = Optional.empty();
        if (signed.isEmpty()) {
            logged = registry.isPresent() ? ReleaseLogging.read(release, registry.get()) : ReleaseLogging.read(release);
        }
        List<LicenseId> licenses = manifest.statistics().licenses().stream()
                .map(Manifest.Share::name)
                .filter(name -> !name.isEmpty())
                .map(LicenseId::of)
                .toList();
        KeyTrie trie = KeyTrie.open(release.resolve(KeyFiles.DIRECTORY));
        try {
            return new ReleaseProofs(trie, new ReleaseProver(state, logged, trie, licenses));
        } catch (RuntimeException e) {
            trie.close();
            throw e;
        }
    }

    /** Makes the proofs. */
    public ReleaseProver prover() {
        return prover;
    }

    @Override
    public void close() throws IOException {
        trie.close();
    }
}
