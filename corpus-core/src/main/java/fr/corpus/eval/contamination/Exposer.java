package fr.corpus.eval.contamination;

import fr.corpus.document.DocumentId;
import fr.corpus.release.ReleaseRow;
import fr.corpus.step.RightsDecision;
import java.util.Optional;

/**
 * A document in which a text of an item stands, with its rights. Immutable.
 *
 * @param document its id
 * @param source the source of the recipe
 * @param sourceId its id at the source
 * @param title if known
 * @param admission licence and credit line under which it was released; empty when no gate decided, and then its rights are unknown
 */
public record Exposer(
        DocumentId document,
        String source,
        String sourceId,
        Optional<String> title,
        Optional<RightsDecision.Admit> admission) {

    static Exposer of(ReleaseRow row) {
        return new Exposer(
                row.id(),
                row.document().provenance().source(),
                row.origin().sourceId(),
                row.document().metadata().title(),
                row.admission());
    }
}
