package fr.corpus.retract;

import fr.corpus.document.DocumentId;
import fr.corpus.match.Binding;
import fr.corpus.release.DropRow;
import fr.corpus.release.Origin;
import fr.corpus.release.Outcome;
import java.util.Optional;

/**
 * A released document that is reserved, by itself or by a copy. Immutable.
 *
 * @param id its id
 * @param origin where its record stands
 * @param clusterSize how many records say the same, this one included; more than one, and all are banned with it
 * @param binding the reservation that counts, and the member on which it was found
 */
public record Withheld(DocumentId id, Origin origin, int clusterSize, Binding binding) {

    /** Its row in the ledger, the same that a build would write. */
    DropRow row() {
        return new DropRow(
                Optional.of(id),
                origin,
                Outcome.WITHHELD,
                new DropRow.Cause(Binding.STEP.toString(), binding.reason(), binding.evidence()));
    }
}
