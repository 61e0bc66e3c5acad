package fr.corpus.proof;

import fr.corpus.document.LicenseId;
import fr.corpus.error.IntegrityException;
import fr.corpus.error.RightsException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.releaselog.LoggedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes proofs from the trie of a release, of which it reads a few hundred records for each key. Thread-safe. */
public final class ReleaseProver {

    private final ReleaseState release;
    private final Optional<LoggedEntry> log;
    private final KeyTrie trie;
    private final Map<Long, LicenseId> licenses = new HashMap<>();

    /**
     * A prover.
     *
     * @param release what the release commits to
     * @param log the entry by which it was published, to be put into the proofs; its checkpoint then has no signature of its own
     * @param trie its keys, open until the last proof is made
     * @param licenses all licences of the release
     * @throws IntegrityException if the trie or the entry is not that of the checkpoint
     */
    public ReleaseProver(
            ReleaseState release, Optional<LoggedEntry> log, KeyTrie trie, Collection<LicenseId> licenses) {
        this.release = release;
        this.log = log;
        log.ifPresent(entry -> LogCheck.verifyOf(release, entry));
        this.trie = trie;
        licenses.forEach(license -> this.licenses.put(KeyValue.tag(Optional.of(license)), license));
        if (!trie.root().equals(release.keysRoot())) {
            throw new IntegrityException(UserMessage.of(
                    "proof.trie-of-another",
                    release.keysRoot().hex(),
                    trie.root().hex()));
        }
    }

    /**
     * Shows which of the keys are in the release.
     *
     * @param work a work whose keys are asked for
     * @param others further keys, exact ones
     * @throws RightsException if there are too many keys or hits to tell
     */
    public ReleaseProof prove(Optional<WorkFingerprint> work, Collection<Key> others) throws IOException {
        SortedMap<Key, OptionalInt> keys = new TreeMap<>();
        work.ifPresent(asked -> keys.putAll(WorkKeys.of(asked)));
        for (Key other : others) {
            if (other.type() == KeyType.SAMPLE || other.type() == KeyType.ISCC) {
                throw new IllegalArgumentException("not an exact key of a release: " + other);
            }
            keys.put(other, OptionalInt.empty());
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked for");
        }
        if (keys.size() > ReleaseProof.MAX_KEYS) {
            throw new RightsException(UserMessage.of("proof.too-many-keys", keys.size(), ReleaseProof.MAX_KEYS));
        }
        List<KeyEntry> entries = new ArrayList<>(keys.size());
        for (Map.Entry<Key, OptionalInt> each : keys.entrySet()) {
            entries.add(entry(each.getKey(), each.getValue()));
        }
        int samples = work.map(asked -> asked.samples().length).orElse(0);
        ProofVerdict verdict = ProofVerdict.of(entries, samples)
                .orElseThrow(() -> new RightsException(UserMessage.of("proof.too-repetitive")));
        return new ReleaseProof(new ReleaseProof.Subject(release, log), entries, samples, verdict);
    }

    private KeyEntry entry(Key key, OptionalInt at) throws IOException {
        Digest digest = key.digest();
        KeyProof proof = trie.prove(digest);
        List<KeyEntry.Holder> holders = new ArrayList<>();
        if (proof.end() instanceof KeyProof.End.Here) {
            List<Digest> values = trie.values(digest);
            boolean listed = key.type() == KeyType.SAMPLE || values.size() <= ReleaseProof.MAX_DOCUMENTS;
            for (Digest value : listed ? values : List.<Digest>of()) {
                holders.add(holder(KeyValue.of(value)));
            }
        }
        return new KeyEntry(key, at, proof, holders);
    }

    private KeyEntry.Holder holder(KeyValue value) {
        Optional<LicenseId> license = Optional.ofNullable(licenses.get(value.licenseTag()));
        if (license.isEmpty() && value.licenseTag() != 0) {
            throw new IntegrityException(
                    UserMessage.of("proof.unknown-license", value.document().hex()));
        }
        return new KeyEntry.Holder(value.document(), value.position(), license);
    }
}
