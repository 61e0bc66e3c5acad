package fr.corpus.engine.local;

import fr.corpus.dedup.Clusters;
import fr.corpus.match.Binding;
import fr.corpus.match.Reservations;
import fr.corpus.release.DropRow;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The survivors that may not be released because a member of their cluster is reserved: an opt-out on one copy binds the copy
 * that was kept. Immutable once made; thread-safe. Memory grows with the reserved documents only.
 */
final class ReservedClusters {

    private final Map<Integer, Binding> bySurvivor = new HashMap<>();

    private ReservedClusters() {}

    static ReservedClusters load(Reservations reservations, KeptDocuments kept, Clusters clusters) throws IOException {
        ReservedClusters reserved = new ReservedClusters();
        int unit = 0;
        for (UnitId id : kept.units().keySet()) {
            int base = kept.numbering().bases()[unit++];
            ReservedRows.read(ReservedRows.file(kept.directory(), id), (row, match) -> {
                int document = base + row;
                Binding binding =
                        Binding.of(match, reservations, kept.numbering().id(document));
                reserved.bySurvivor.merge(clusters.survivor(document), binding, Binding::stronger);
            });
        }
        return reserved;
    }

    /** Why a survivor is withheld, if it is. */
    Optional<DropRow.Cause> cause(int survivor) {
        return Optional.ofNullable(bySurvivor.get(survivor))
                .map(binding -> new DropRow.Cause(Binding.STEP.toString(), binding.reason(), binding.evidence()));
    }
}
