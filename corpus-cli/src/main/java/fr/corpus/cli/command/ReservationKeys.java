package fr.corpus.cli.command;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.ReservationId;
import fr.corpus.optout.Selector;
import fr.corpus.optout.WorkFingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a release can be asked of a reservation. Immutable.
 *
 * @param work its work, if it has one
 * @param keys its exact keys
 * @param unproven number of its selectors that have no key: patterns of addresses and ISCC codes
 */
record ReservationKeys(Optional<WorkFingerprint> work, List<Key> keys, int unproven) {

    /**
     * Reads the last declaration of a reservation.
     *
     * @throws RecipeException if the registry has none, has erased it, or it is of several works, which need a proof each
     */
    static ReservationKeys read(Path registry, ReservationId id) throws IOException {
        Optional<Declaration> last = Optional.empty();
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry)) {
            for (RegistrySnapshot.Event event : snapshot.history(id)) {
                if (event.declaration().isPresent()) {
                    last = event.declaration();
                }
            }
        }
        return of(last.orElseThrow(() -> new RecipeException(UserMessage.of("optout.no-reservation", id.hex()))), id);
    }

    private static ReservationKeys of(Declaration declared, ReservationId id) {
        List<WorkFingerprint> works = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        int unproven = 0;
        for (Selector selector : declared.selectors()) {
            if (selector instanceof Selector.Work work) {
                works.add(work.fingerprint());
            } else if (selector instanceof Selector.Exact exact && exact.key().type() != KeyType.ISCC) {
                keys.add(exact.key());
            } else {
                unproven++;
            }
        }
        if (works.size() > 1) {
            throw new RecipeException(UserMessage.of("cli.prove-several-works", id.hex(), works.size()));
        }
        return new ReservationKeys(works.stream().findFirst(), keys, unproven);
    }
}
