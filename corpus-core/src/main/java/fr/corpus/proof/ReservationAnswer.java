package fr.corpus.proof;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.EntryKeys;
import fr.corpus.optout.LogEntry;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.ReservationId;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.Checkpoint;
import fr.corpus.tlog.MerkleTree;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a proof says to the holder of a receipt: whether the build knew of the reservation, and that the proof is about it.
 * Immutable.
 *
 * @param reservation the reservation
 * @param index of the receipt's entry in the registry's log
 * @param isKnown whether the state of the registry that the release heeded has it
 * @param unproven selectors of the reservation of which the proof says nothing, or that could not be compared
 */
public record ReservationAnswer(ReservationId reservation, long index, boolean isKnown, int unproven) {

    /**
     * The answer to a receipt.
     *
     * @param receipt a receipt that holds under the same policy
     * @param verified a proof that holds under a policy
     * @throws IntegrityException if the release was not logged, heeded another registry or another history of it, or the proof
     *     is not about the reservation
     */
    public static ReservationAnswer of(Receipt.Verified receipt, ProofVerifier.Verified verified) {
        LoggedEntry.Verified log =
                verified.log().orElseThrow(() -> new IntegrityException(UserMessage.of("proof.receipt-unlogged")));
        Checkpoint heeded = log.registry().checkpoint();
        Checkpoint shown = receipt.checkpoint().checkpoint();
        if (!shown.origin().equals(heeded.origin())) {
            throw new IntegrityException(UserMessage.of("proof.receipt-elsewhere", shown.origin(), heeded.origin()));
        }
        if (shown.size() == heeded.size() && !shown.root().equals(heeded.root())) {
            throw new IntegrityException(UserMessage.of(
                    "proof.two-histories",
                    shown.origin(),
                    String.valueOf(shown.size()),
                    shown.root().hex(),
                    heeded.root().hex()));
        }
        LogEntry entry = receipt.entry();
        LogEntry.Scope scope = entry.scope()
                .orElseThrow(() -> new IntegrityException(UserMessage.of(
                        "proof.receipt-declares-nothing", entry.type().word())));
        int unproven = receipt.declaration()
                .map(declared -> uncovered(ReservationKeys.of(declared), verified.proof()))
                .orElseGet(() -> uncovered(scope.keys(), verified.proof()));
        return new ReservationAnswer(entry.id(), receipt.index(), receipt.index() < heeded.size(), unproven);
    }

    /** Compares with all that was declared. */
    private static int uncovered(ReservationKeys keys, ReleaseProof proof) {
        Set<Key> asked = proof.keys().keySet();
        for (Key key : keys.keys()) {
            if (!asked.contains(key)) {
                throw new IntegrityException(UserMessage.of("proof.key-missing", key.toString()));
            }
        }
        boolean any = keys.works().stream().anyMatch(work -> ProofVerifier.isAbout(work, proof));
        if (!keys.works().isEmpty() && !any) {
            throw new IntegrityException(UserMessage.of("proof.another-reserved-work"));
        }
        return keys.unproven() + Math.max(0, keys.works().size() - 1);
    }

    /** Compares with what the log's entry shows, without the holder's record. */
    private static int uncovered(EntryKeys keys, ReleaseProof proof) {
        int unproven = 0;
        for (Map.Entry<String, EntryKeys.KeyList> list : keys.shown().entrySet()) {
            Optional<KeyType> type = KeyType.find(list.getKey()).filter(found -> found != KeyType.ISCC);
            if (type.isEmpty()) {
                unproven++;
            } else if (!covers(type.get(), list.getValue(), proof)) {
                throw new IntegrityException(UserMessage.of("proof.key-missing", list.getKey()));
            }
        }
        return unproven + keys.masked().size();
    }

    private static boolean covers(KeyType type, EntryKeys.KeyList list, ReleaseProof proof) {
        TreeSet<Digest> asked = new TreeSet<>();
        proof.keys().keySet().stream().filter(key -> key.type() == type).forEach(key -> asked.add(key.digest()));
        if (list instanceof EntryKeys.KeyList.Listed listed) {
            return new HashSet<>(asked).containsAll(listed.digests());
        }
        EntryKeys.KeyList.Rooted rooted = (EntryKeys.KeyList.Rooted) list;
        MerkleTree tree = new MerkleTree();
        asked.forEach(digest -> tree.add(digest.bytes()));
        return rooted.count() == asked.size() && rooted.root().equals(tree.root());
    }
}
