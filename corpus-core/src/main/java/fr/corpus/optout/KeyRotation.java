package fr.corpus.optout;

import fr.corpus.tlog.SignatureKind;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TileLog;
import fr.corpus.tlog.VerifierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a log of a registry another key (decisions 0140, 0123). Confined to one thread. Each step is whole and on the disk before the
 * next, and readers are served at every moment: an entry of the log of reservations names the new key, in a checkpoint that keys of
 * before signed; the new key signs beside the old; only then is it published. What a crash cut short is completed later, or forgotten
 * if the entry never was.
 */
final class KeyRotation {

    private final LogKeys keys;
    private final TileLog log;
    private final Journal journal;

    /**
     * A rotation.
     *
     * @param keys of the log that gets another key
     * @param log that log, open
     * @param journal of the reservations, whose log names the keys of both
     */
    KeyRotation(LogKeys keys, TileLog log, Journal journal) {
        this.keys = keys;
        this.log = log;
        this.journal = journal;
    }

    /**
     * Rotates to a new key, or to that of a rotation that was cut short.
     *
     * @param compromised whether others may have the old key: it then signs no more, and the policy no longer trusts it; else it signs
     *     on, beside the new one, for whoever knows only the old one
     * @return the new key
     */
    VerifierKey rotate(EntryWriter writer, Entropy entropy, boolean compromised) throws IOException {
        Optional<SignerKey> begun = keys.next();
        SignerKey next = begun.isPresent()
                ? begun.get()
                : SignerKey.of(
                        keys.newest().verifier().name(), SignatureKind.ED25519, entropy.bytes(Opening.SALT_BYTES));
        keys.writeNext(next, compromised || begun.isPresent() && keys.nextIsUrgent());
        if (!isNamed(next.verifier())) {
            List<StoredEntry> before = journal.store().history(ReservationId.REGISTRY);
            Optional<StoredEntry> last =
                    before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
            journal.commit(List.of(writer.rotation(next.verifier(), last)), Map.of());
        }
        complete();
        return next.verifier();
    }

    /** Completes or forgets a rotation that was begun. */
    void complete() throws IOException {
        Optional<SignerKey> begun = keys.next();
        if (begun.isEmpty()) {
            return;
        }
        SignerKey next = begun.get();
        if (isNamed(next.verifier())) {
            List<SignerKey> all = new ArrayList<>(List.of(next));
            keys.all().stream()
                    .filter(key -> !key.verifier().equals(next.verifier()))
                    .forEach(all::add);
            keys.write(all);
            log.sign(all);
            keys.publish(next.verifier());
            if (keys.nextIsUrgent()) {
                distrustOlder(next);
            }
        }
        keys.deleteNext();
    }

    /** From now on the newest key signs alone; the policy still trusts the older ones. */
    void retire() throws IOException {
        SignerKey newest = keys.newest();
        keys.write(List.of(newest));
        log.sign(List.of(newest));
    }

    private void distrustOlder(SignerKey newest) throws IOException {
        List<VerifierKey> older = new ArrayList<>();
        keys.all().forEach(key -> older.add(key.verifier()));
        older.remove(newest.verifier());
        // Before the keys are forgotten here, so that a crash between the two is made good by the next completion.
        keys.place().distrust(older);
        retire();
    }

    private boolean isNamed(VerifierKey key) {
        return journal.store().history(ReservationId.REGISTRY).stream()
                .anyMatch(stored -> stored.entry().newKey().equals(Optional.of(key)));
    }
}
