package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.VerifiedCheckpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks release proofs offline, with nothing at hand but the proof, what the asker knows of the work, and whose signatures they
 * trust. Immutable.
 *
 * @param policy whose signatures a checkpoint needs; without one, signatures are not looked at
 * @param work the work that the proof must be about; without one, the keys are taken as they stand
 * @param required keys that the proof must be about as well
 */
public record ProofVerifier(Optional<TlogPolicy> policy, Optional<WorkFingerprint> work, List<Key> required) {

    /** Who stands for the checkpoint. */
    public enum Signature {
        /** Nobody: it has no signature, and no log has it. */
        NONE,
        /** A log has it, or it has signatures, and no policy was given to check them. */
        UNCHECKED,
        /** The policy accepts it. */
        ACCEPTED
    }

    /**
     * A proof that holds. Immutable.
     *
     * @param proof the proof
     * @param signature who stands for its checkpoint
     * @param log the entry by which the release was published, accepted by the policy; empty without a policy, and if the release
     *     was not logged
     * @param workChecked whether its keys were compared with those of a work
     */
    public record Verified(
            ReleaseProof proof, Signature signature, Optional<LoggedEntry.Verified> log, boolean workChecked) {}

    public ProofVerifier {
        required = List.copyOf(required);
    }

    /**
     * Checks a proof.
     *
     * @throws MalformedSourceException if the bytes are not a proof
     * @throws IntegrityException if it does not hold
     */
    public Verified verify(byte[] bytes) {
        ReleaseProof proof = ReleaseProof.parse(bytes);
        for (KeyEntry entry : proof.entries()) {
            check(entry, proof.keysRoot());
        }
        work.ifPresent(known -> requireWork(known, proof));
        for (Key key : required) {
            if (!proof.keys().containsKey(key)) {
                throw new IntegrityException(UserMessage.of("proof.key-missing", key.toString()));
            }
        }
        Optional<LoggedEntry.Verified> log =
                policy.flatMap(trusted -> proof.log().map(entry -> entry.verify(trusted)));
        return new Verified(proof, signature(proof), log, work.isPresent());
    }

    private static void check(KeyEntry entry, Digest root) {
        KeyProof.Verdict verdict = entry.proof()
                .verdict(entry.key().digest(), root)
                .orElseThrow(() -> new IntegrityException(
                        UserMessage.of("proof.key-proof-false", entry.key().toString(), root.hex())));
        List<Digest> values =
                entry.documents().stream().map(holder -> holder.value().bytes()).toList();
        boolean holds;
        if (verdict instanceof KeyProof.Verdict.Present present) {
            boolean unlisted = values.isEmpty() && entry.key().type() != KeyType.SAMPLE;
            holds = unlisted || ascend(values) && KeyTrie.valueHash(values).equals(present.valueHash());
        } else {
            holds = values.isEmpty();
        }
        if (!holds) {
            throw new IntegrityException(
                    UserMessage.of("proof.documents-false", entry.key().toString()));
        }
    }

    private static boolean ascend(List<Digest> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
                return false;
            }
        }
        return !values.isEmpty();
    }

    private static void requireWork(WorkFingerprint work, ReleaseProof proof) {
        if (!isAbout(work, proof)) {
            throw new IntegrityException(UserMessage.of("proof.another-work"));
        }
    }

    /** Whether all keys of the work are in the proof, and no other samples, texts or bytes. */
    static boolean isAbout(WorkFingerprint work, ReleaseProof proof) {
        SortedMap<Key, OptionalInt> expected = WorkKeys.of(work);
        SortedMap<Key, OptionalInt> found = new TreeMap<>();
        boolean hasBytes = false;
        for (Map.Entry<Key, OptionalInt> each : proof.keys().entrySet()) {
            KeyType type = each.getKey().type();
            hasBytes |= type == KeyType.BYTES;
            if (type == KeyType.BYTES || type == KeyType.TEXT || type == KeyType.SAMPLE) {
                found.put(each.getKey(), each.getValue());
            }
        }
        if (!hasBytes) {
            // A proof about a text alone has no file.
            expected.keySet().removeIf(key -> key.type() == KeyType.BYTES);
        }
        return expected.equals(found);
    }

    /** Who stands for the checkpoint, once an entry of a log was accepted, if there is one and a policy. */
    private Signature signature(ReleaseProof proof) {
        ReleaseState release = proof.release();
        boolean signed = proof.log().isPresent() || release.isSigned();
        if (policy.isEmpty()) {
            return signed ? Signature.UNCHECKED : Signature.NONE;
        }
        if (!signed) {
            throw new IntegrityException(UserMessage.of("proof.unsigned"));
        }
        if (proof.log().isEmpty()) {
            VerifiedCheckpoint accepted = policy.get().verify(SignedNote.parse(release.noteBytes()));
            if (!accepted.checkpoint().equals(release.checkpoint())) {
                throw new IntegrityException(UserMessage.of("proof.unsigned"));
            }
        }
        return Signature.ACCEPTED;
    }
}
