package fr.corpus.cli.command.registry;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Key;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Opening;
import fr.corpus.optout.Receipt;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.ReservationId;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.proof.ReservationKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a release is asked about a reservation, of a registry or of the holder's receipt. */
public final class ReservedQuestion {

    private final ReservationKeys keys;

    private ReservedQuestion(ReservationKeys keys) {
        this.keys = keys;
    }

    /**
     * The last declaration of a reservation.
     *
     * @throws RecipeException if the registry has none, has erased it, or it is of several works, which need a proof each
     */
    public static ReservedQuestion of(Path registry, ReservationId id) throws IOException {
        Optional<Declaration> last = Optional.empty();
        try (RegistrySnapshot snapshot = RegistrySnapshot.open(registry)) {
            for (RegistrySnapshot.Event event : snapshot.history(id)) {
                if (event.declaration().isPresent()) {
                    last = event.declaration();
                }
            }
        }
        return of(
                last.orElseThrow(() -> new RecipeException(UserMessage.of("optout.no-reservation", id.hex()))),
                id.hex());
    }

    /**
     * What the record in a receipt declares.
     *
     * @throws RecipeException if the receipt has no record, or it is of several works
     */
    public static ReservedQuestion of(Path receipt) throws IOException {
        Optional<Declaration> declared =
                Receipt.read(receipt).proof().extra().map(Opening::parse).flatMap(Opening::declaration);
        return of(
                declared.orElseThrow(
                        () -> new RecipeException(UserMessage.of("cli.prove-receipt-closed", receipt.toString()))),
                receipt.toString());
    }

    private static ReservedQuestion of(Declaration declared, String name) {
        ReservationKeys keys = ReservationKeys.of(declared);
        if (keys.works().size() > 1) {
            throw new RecipeException(
                    UserMessage.of("cli.prove-several-works", name, keys.works().size()));
        }
        return new ReservedQuestion(keys);
    }

    /** The work, of a reservation of one. */
    public Optional<WorkFingerprint> work() {
        return keys.works().stream().findFirst();
    }

    /** Exact keys, in the order of the reservation. */
    public List<Key> keys() {
        return keys.keys();
    }

    /** How many selectors no proof can speak of, as patterns of addresses. */
    public int unproven() {
        return keys.unproven();
    }
}
