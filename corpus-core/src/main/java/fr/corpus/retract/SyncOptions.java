package fr.corpus.retract;

import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What the caller of a synchronization may choose. Immutable.
 *
 * @param policy whose signatures of the log of releases count; without one it is only checked that each retraction is in the log
 *     that it names
 * @param attest who signs an attestation of deletion, and where it goes
 * @param threads how many files are read at once when the copy is checked, at least 1
 * @param clock the time that an attestation states
 */
public record SyncOptions(Optional<TlogPolicy> policy, Optional<Signatory> attest, int threads, Clock clock) {

    /**
     * Who signs an attestation. Immutable.
     *
     * @param key the key of whoever holds the copy
     * @param holder a name as it is to be shown
     * @param file where the attestation is written
     */
    public record Signatory(SignerKey key, Optional<String> holder, Path file) {}

    /** No policy, no attestation. */
    public static SyncOptions standard(int threads) {
        return new SyncOptions(Optional.empty(), Optional.empty(), threads, Clock.systemUTC());
    }

    /** The same under a policy. */
    public SyncOptions withPolicy(TlogPolicy trusted) {
        return new SyncOptions(Optional.of(trusted), attest, threads, clock);
    }

    /** The same with an attestation. */
    public SyncOptions withAttestation(Signatory signatory) {
        return new SyncOptions(policy, Optional.of(signatory), threads, clock);
    }
}
