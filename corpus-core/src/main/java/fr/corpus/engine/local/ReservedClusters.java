package fr.corpus.engine.local;

import fr.corpus.dedup.Clusters;
import fr.corpus.impact.ClaimRecord;
import fr.corpus.match.Binding;
import fr.corpus.match.ClaimBreadth;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.release.BroadClaims;
import fr.corpus.release.DropRow;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The survivors that may not be released because a member of their cluster is reserved: an opt-out on one copy binds the copy
 * that was kept. Selectors of unverified claims that take too much are weighed here, where all matches and all copies are known and
 * nothing is released yet. Immutable once made; thread-safe. Memory grows with the reserved documents only.
 */
final class ReservedClusters {

    private final Reservations reservations;
    private final KeptDocuments kept;
    private final Clusters clusters;
    private final Map<Integer, Binding> bySurvivor = new HashMap<>();
    private final BitSet letThrough = new BitSet();
    private final Optional<BroadClaims> broadClaims;

    private ReservedClusters(Reservations reservations, KeptDocuments kept, Clusters clusters) throws IOException {
        this.reservations = reservations;
        this.kept = kept;
        this.clusters = clusters;
        ClaimBreadth breadth = ClaimBreadth.of(
                reservations,
                visitor -> visit((document, match) ->
                        visitor.visit(clusters.survivor(document), clusters.isSurvivor(document), match)),
                survivors());
        visit((document, match) -> bind(document, match, breadth));
        bySurvivor.keySet().forEach(letThrough::clear);
        broadClaims = ClaimRecord.of(breadth, reservations, letThrough.cardinality());
    }

    static ReservedClusters load(Reservations reservations, KeptDocuments kept, Clusters clusters) throws IOException {
        return new ReservedClusters(reservations, kept, clusters);
    }

    private void bind(int document, Reserved match, ClaimBreadth breadth) {
        int survivor = clusters.survivor(document);
        Optional<Reserved> heeded = breadth.heeded(match);
        if (heeded.isPresent()) {
            Binding binding =
                    Binding.of(heeded.get(), reservations, kept.numbering().id(document));
            bySurvivor.merge(survivor, binding, Binding::stronger);
        } else {
            letThrough.set(survivor);
        }
    }

    private long survivors() {
        int[] bases = kept.numbering().bases();
        int documents = bases[bases.length - 1];
        long survivors = 0;
        for (int document = 0; document < documents; document++) {
            survivors += clusters.isSurvivor(document) ? 1 : 0;
        }
        return survivors;
    }

    /** Receives one match. */
    private interface Visitor {
        void visit(int document, Reserved match);
    }

    private void visit(Visitor visitor) throws IOException {
        int unit = 0;
        for (UnitId id : kept.units().keySet()) {
            int base = kept.numbering().bases()[unit++];
            ReservedRows.read(
                    ReservedRows.file(kept.directory(), id), (row, match) -> visitor.visit(base + row, match));
        }
    }

    /** The claims that were too broad to be heeded as they were made. */
    Optional<BroadClaims> broadClaims() {
        return broadClaims;
    }

    /** Why a survivor is withheld, if it is. */
    Optional<DropRow.Cause> cause(int survivor) {
        return Optional.ofNullable(bySurvivor.get(survivor))
                .map(binding -> new DropRow.Cause(Binding.STEP.toString(), binding.reason(), binding.evidence()));
    }
}
