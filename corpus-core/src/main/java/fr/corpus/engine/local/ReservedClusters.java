package fr.corpus.engine.local;

import fr.corpus.dedup.Clusters;
import fr.corpus.document.DocumentId;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.release.DropRow;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The survivors that may not be released because a member of their cluster is reserved: an opt-out on one copy binds the copy
 * that was kept. Immutable once made; thread-safe. Memory grows with the reserved documents only.
 */
final class ReservedClusters {

    /** The step that withholds. */
    static final String STEP = "rights.optout@1";

    private static final Reason RESERVED = Reason.of("reserved");
    private static final Reason SUSPENDED = Reason.of("suspended");

    private final Map<Integer, Binding> bySurvivor = new HashMap<>();
    private final Reservations reservations;

    /** The match that counts for a survivor, and the member it was found on. */
    private record Binding(Reserved match, DocumentId member, boolean suspends) {}

    private ReservedClusters(Reservations reservations) {
        this.reservations = reservations;
    }

    static ReservedClusters load(Reservations reservations, KeptDocuments kept, Clusters clusters) throws IOException {
        ReservedClusters reserved = new ReservedClusters(reservations);
        int unit = 0;
        for (UnitId id : kept.units().keySet()) {
            int base = kept.numbering().bases()[unit++];
            ReservedRows.read(ReservedRows.file(kept.directory(), id), (row, match) -> {
                int document = base + row;
                // A name alone never proves whose a work is.
                boolean suspends = match.by() == KeyType.AUTHOR
                        || reservations.entries().get(match.reservation()).suspends();
                Binding binding = new Binding(match, kept.numbering().id(document), suspends);
                reserved.bySurvivor.merge(clusters.survivor(document), binding, ReservedClusters::stronger);
            });
        }
        return reserved;
    }

    /** An established claim before one that suspends; then the plainer key, the smaller reservation, the smaller member. */
    private static Binding stronger(Binding a, Binding b) {
        if (a.suspends() != b.suspends()) {
            return a.suspends() ? b : a;
        }
        int byKey = a.match().by().compareTo(b.match().by());
        if (byKey != 0) {
            return byKey < 0 ? a : b;
        }
        int byReservation = Integer.compare(a.match().reservation(), b.match().reservation());
        if (byReservation != 0) {
            return byReservation < 0 ? a : b;
        }
        return a.member().compareTo(b.member()) <= 0 ? a : b;
    }

    /** Why a survivor is withheld, if it is. */
    Optional<DropRow.Cause> cause(int survivor) {
        return Optional.ofNullable(bySurvivor.get(survivor))
                .map(binding -> new DropRow.Cause(
                        STEP,
                        binding.suspends() ? SUSPENDED : RESERVED,
                        Evidence.of(
                                        "reservation",
                                        reservations
                                                .entries()
                                                .get(binding.match().reservation())
                                                .id())
                                .and("selector", binding.match().by().word())
                                .and("similarity", binding.match().similarity())
                                .and("found-on", binding.member().hex())));
    }
}
