package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.releaselog.LoggedEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shows, to someone who has neither the release nor a registry, which keys of a work or a reservation are in a release and which
 * are not, and what follows. Immutable. May come from a stranger: {@link ProofVerifier} says whether it holds. Format: {@code
 * docs/formats/release-proof.md}.
 */
public final class ReleaseProof {

    /** Version of the format. */
    public static final String FORMAT = "corpus-release-proof@1";

    /** Largest proof read, in bytes. */
    public static final int MAX_BYTES = 128 << 20;

    /** Most keys in a proof. */
    public static final int MAX_KEYS = 100_000;

    /** Most documents listed for an exact key; of a key of more only the presence is shown. */
    public static final int MAX_DOCUMENTS = 1000;

    private final ReleaseState release;
    private final Optional<LoggedEntry> log;
    private final List<KeyEntry> entries;
    private final int samples;
    private final ProofVerdict verdict;

    /** What a proof speaks of: a release, and the entry by which it was published, if it was logged. */
    record Subject(ReleaseState release, Optional<LoggedEntry> log) {}

    ReleaseProof(Subject subject, List<KeyEntry> entries, int samples, ProofVerdict verdict) {
        this.release = subject.release();
        this.log = subject.log();
        this.entries = List.copyOf(entries);
        this.samples = samples;
        this.verdict = verdict;
    }

    /** The release that it speaks of. */
    public ReleaseState release() {
        return release;
    }

    /** The entry by which the release was published, with its proof; empty if it was not logged. Not yet verified. */
    public Optional<LoggedEntry> log() {
        return log;
    }

    /** What it says. */
    public ProofVerdict verdict() {
        return verdict;
    }

    /** Number of samples of the work, 0 without a work. */
    public int samples() {
        return samples;
    }

    List<KeyEntry> entries() {
        return entries;
    }

    /** The keys it is about, in their order, with the place of each sample in the work. */
    public SortedMap<Key, OptionalInt> keys() {
        SortedMap<Key, OptionalInt> keys = new TreeMap<>();
        entries.forEach(entry -> keys.put(entry.key(), entry.at()));
        return keys;
    }

    /** How many of its keys of a kind the release has. */
    public long present(KeyType type) {
        return entries.stream()
                .filter(entry -> entry.key().type() == type && entry.isPresent())
                .count();
    }

    /** Root under which every key is shown present or absent. */
    public Digest keysRoot() {
        return release.keysRoot();
    }

    /** The proof as canonical JSON. */
    public byte[] bytes() {
        return ReleaseProofJson.write(this);
    }

    /**
     * Reads a proof and computes its verdict.
     *
     * @throws MalformedSourceException if the bytes are not one, in its only spelling
     * @throws IntegrityException if what it says of itself does not follow from its keys
     */
    public static ReleaseProof parse(byte[] bytes) {
        return ReleaseProofJson.parse(bytes);
    }
}
