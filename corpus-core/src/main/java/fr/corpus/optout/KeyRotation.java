package fr.corpus.optout;

import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.VerifierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a log another key (decision 0140). Confined to one thread. Each step is whole and on the disk before the next, and readers are
 * served at every moment: the entry that names the new key is signed by the old one; the new key signs beside the old; only then is
 * it published. What a crash cut short is completed when the registry is opened, or forgotten if the entry never was.
 */
final class KeyRotation {

    private final RegistryDirectory place;
    private final Journal journal;

    KeyRotation(RegistryDirectory place, Journal journal) {
        this.place = place;
        this.journal = journal;
    }

    /** What becomes of the old key. */
    enum OldKey {
        /** It signs on, beside the new one, for whoever knows only the old one. */
        SIGNS,
        /** Others may have it: it signs no more, and the policy no longer trusts it. */
        COMPROMISED
    }

    /** Rotates to a key that is written already as the next one; the writer writes the entry that names it. */
    void rotate(SignerKey next, StoredEntry entry, OldKey old) throws IOException {
        place.writeNextKey(next, old == OldKey.COMPROMISED);
        journal.commit(List.of(entry), java.util.Map.of());
        complete();
    }

    /** Completes or forgets a rotation that was begun. */
    void complete() throws IOException {
        Optional<SignerKey> next = place.nextKey();
        if (next.isEmpty()) {
            return;
        }
        if (!lastNamed().equals(Optional.of(next.get().verifier()))) {
            place.deleteNextKey();
            return;
        }
        boolean compromised = place.nextIsUrgent();
        List<SignerKey> keys = new ArrayList<>(List.of(next.get()));
        place.keys().stream()
                .filter(key -> !key.verifier().equals(next.get().verifier()))
                .forEach(keys::add);
        place.writeKeys(keys);
        journal.sign(keys);
        place.publishKey(next.get().verifier());
        if (compromised) {
            retire(next.get());
        }
        place.deleteNextKey();
    }

    /** From now on the newest key signs alone, and, after a compromise, the policy trusts no older one. */
    void retire(boolean distrust) throws IOException {
        SignerKey newest = place.keys().get(0);
        if (distrust) {
            retire(newest);
        } else {
            place.writeKeys(List.of(newest));
            journal.sign(List.of(newest));
        }
    }

    private void retire(SignerKey newest) throws IOException {
        List<VerifierKey> older = new ArrayList<>();
        place.keys().forEach(key -> older.add(key.verifier()));
        older.remove(newest.verifier());
        place.writeKeys(List.of(newest));
        journal.sign(List.of(newest));
        place.distrust(older);
    }

    private Optional<VerifierKey> lastNamed() {
        List<StoredEntry> rotations = journal.store().history(ReservationId.REGISTRY);
        return rotations.isEmpty()
                ? Optional.empty()
                : rotations.get(rotations.size() - 1).entry().newKey();
    }
}
