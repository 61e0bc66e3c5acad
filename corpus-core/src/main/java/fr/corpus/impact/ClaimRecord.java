package fr.corpus.impact;

import fr.corpus.match.BroadChoice;
import fr.corpus.match.ClaimBreadth;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.release.BroadClaims;
import java.util.List;
import java.util.Optional;

/** What a release says of the unverified claims that were too broad for it. Thread-safe. */
public final class ClaimRecord {

    private ClaimRecord() {}

    /**
     * The record of a build or a retraction.
     *
     * @param letThrough how many documents set-aside selectors take and no reservation that is heeded
     * @return empty if every claim was heeded as it was made
     */
    public static Optional<BroadClaims> of(ClaimBreadth breadth, Reservations reservations, long letThrough) {
        boolean heeded = reservations.broad() == BroadChoice.WITHHOLD;
        List<BroadClaims.Selector> selectors = breadth.broad().stream()
                .filter(broad -> broad.isBroad() || !heeded)
                .map(broad -> selector(broad, reservations, heeded))
                .toList();
        if (selectors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BroadClaims(
                ClaimBreadth.RULE, reservations.broad().word(), breadth.documents(), letThrough, selectors));
    }

    private static BroadClaims.Selector selector(ClaimBreadth.Broad broad, Reservations reservations, boolean heeded) {
        ReservationIndex index = reservations.index();
        return new BroadClaims.Selector(
                reservations
                        .entries()
                        .get(index.reservationOf(broad.selector()))
                        .id(),
                index.typeOf(broad.selector()).word(),
                index.placeOf(broad.selector()),
                broad.documents(),
                broad.isBroad(),
                heeded ? List.of() : broad.passages());
    }
}
