package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import java.util.Comparator;
import java.util.Optional;

/**
 * A row of the {@code drops} table: a record that was dropped, withheld or malformed. Immutable. Never holds text.
 *
 * @param id the document's id, for a malformed record one made of its source id, or none
 * @param origin where the record stands
 * @param outcome what became of it
 * @param cause who decided and why
 */
public record DropRow(Optional<DocumentId> id, Origin origin, Outcome outcome, Cause cause) {

    /** The order of the table: id, rows without one last, then origin, step and reason; texts by code point. */
    public static final Comparator<DropRow> ORDER = Comparator.comparing(
                    DropRow::id,
                    Comparator.comparing(id -> id.orElse(null), Comparator.nullsLast(Comparator.naturalOrder())))
            .thenComparing(DropRow::origin, Origin.ORDER)
            .thenComparing(row -> row.cause().step(), CodePointOrder.INSTANCE)
            .thenComparing(row -> row.cause().reason().code(), CodePointOrder.INSTANCE);

    /**
     * Who decided and why. Immutable.
     *
     * @param step the step, {@code filter.quality@1}, or the reader, {@code jsonl@1}
     * @param reason its reason
     * @param evidence what it measured
     */
    public record Cause(String step, Reason reason, Evidence evidence) {}
}
