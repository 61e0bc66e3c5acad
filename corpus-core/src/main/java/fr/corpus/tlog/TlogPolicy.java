package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whose signatures make a checkpoint trustworthy (C2SP tlog-policy): logs, witnesses, and how many of them must have
 * cosigned. Immutable. Names are opaque; addresses are kept for others.
 */
public final class TlogPolicy {

    /** What a name of the policy stands for. */
    sealed interface Member {
        /** One witness. */
        record Witness(VerifierKey key) implements Member {}

        /** At least {@code threshold} of some members. */
        record Group(int threshold, List<Member> members) implements Member {}
    }

    private final Map<String, VerifierKey> logs;
    private final Map<String, VerifierKey> witnesses;
    private final Map<String, String> addresses;
    private final Optional<Member> quorum;

    TlogPolicy(
            Map<String, VerifierKey> logs,
            Map<String, VerifierKey> witnesses,
            Map<String, String> addresses,
            Optional<Member> quorum) {
        this.addresses = addresses;
        this.logs = logs;
        this.witnesses = witnesses;
        this.quorum = quorum;
    }

    /** A policy that trusts logs without any witness. */
    public static TlogPolicy of(VerifierKey... logs) {
        Map<String, VerifierKey> keys = new TreeMap<>();
        for (VerifierKey log : logs) {
            keys.put(log.toString(), log);
        }
        return new TlogPolicy(keys, Map.of(), Map.of(), Optional.empty());
    }

    /**
     * Reads a policy file: at most 64 KiB, 256 logs, 256 witnesses and 256 groups.
     *
     * @throws MalformedSourceException with the line, if it is not one
     */
    public static TlogPolicy parse(byte[] bytes) {
        return new TlogPolicyReader().read(bytes);
    }

    /** The logs that it accepts, by written key. */
    public List<VerifierKey> logs() {
        return List.copyOf(logs.values());
    }

    /** The addresses of witnesses that have one in the policy, by name: what stands before {@code /add-checkpoint}. */
    public Map<String, String> witnessAddresses() {
        return new TreeMap<>(addresses);
    }

    /** The witnesses that it knows, by name. */
    public Map<String, VerifierKey> witnesses() {
        return new TreeMap<>(witnesses);
    }

    /**
     * Accepts a signed checkpoint: signed by a known log whose name is the checkpoint's origin, no false signature of a
     * known key, and a quorum of witnesses.
     *
     * @throws MalformedSourceException if the note's text is not a checkpoint
     * @throws IntegrityException if the policy does not accept it
     */
    public VerifiedCheckpoint verify(SignedNote note) {
        VerifiedCheckpoint verified = verifyLog(note);
        Set<VerifierKey> cosigners = new HashSet<>();
        verified.cosignatures().forEach(signature -> cosigners.add(signature.key()));
        if (quorum.isPresent() && !holds(quorum.get(), cosigners)) {
            Checkpoint checkpoint = verified.checkpoint();
            throw new IntegrityException(UserMessage.of(
                    "tlog.no-quorum", checkpoint.origin(), String.valueOf(checkpoint.size()), cosigners.size()));
        }
        return verified;
    }

    /**
     * The same without the quorum, for a checkpoint that others vouch for or that is evidence: signed by a known log whose
     * name is the checkpoint's origin, and no false signature of a known key.
     *
     * @throws MalformedSourceException if the note's text is not a checkpoint
     * @throws IntegrityException if no known log signed it, or a signature is false
     */
    public VerifiedCheckpoint verifyLog(SignedNote note) {
        Set<VerifierKey> known = new HashSet<>(logs.values());
        known.addAll(witnesses.values());
        List<SignedNote.Verified> verified = note.verify(known);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        VerifierKey log = verified.stream()
                .map(SignedNote.Verified::key)
                .filter(logs::containsValue)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .findFirst()
                .orElseThrow(
                        () -> new IntegrityException(UserMessage.of("tlog.not-signed-by-log", checkpoint.origin())));
        List<SignedNote.Verified> cosignatures = new ArrayList<>();
        for (SignedNote.Verified signature : verified) {
            if (witnesses.containsValue(signature.key())) {
                cosignatures.add(signature);
            }
        }
        return new VerifiedCheckpoint(checkpoint, log, cosignatures);
    }

    private static boolean holds(Member member, Set<VerifierKey> cosigners) {
        if (member instanceof Member.Witness witness) {
            return cosigners.contains(witness.key());
        }
        Member.Group group = (Member.Group) member;
        return group.members().stream().filter(each -> holds(each, cosigners)).count() >= group.threshold();
    }
}
