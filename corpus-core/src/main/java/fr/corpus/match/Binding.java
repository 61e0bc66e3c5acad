package fr.corpus.match;

import fr.corpus.document.DocumentId;
import fr.corpus.identifier.KeyType;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.StepId;
import java.util.Comparator;

/**
 * A reservation that binds a cluster, and the member on which it was found: an opt-out on one copy binds the copy that was
 * kept. Builds and retractions decide by it. Immutable.
 *
 * @param match the reservation and the key that decided
 * @param entry what the ledger says of the reservation
 * @param member the copy that has the key
 */
public record Binding(Reserved match, Reservations.Entry entry, DocumentId member) {

    /** The step that withholds. */
    public static final StepId STEP = StepId.parse("rights.optout@1");

    /** The strongest first: an established claim, the plainer key, the smaller reservation, the smaller member. */
    public static final Comparator<Binding> STRONGEST_FIRST = Comparator.comparing(Binding::suspends)
            .thenComparing(binding -> binding.match().by())
            .thenComparingInt(binding -> binding.match().reservation())
            .thenComparing(Binding::member);

    private static final Reason RESERVED = Reason.of("reserved");
    private static final Reason SUSPENDED = Reason.of("suspended");

    /** The binding of a match on a document. */
    public static Binding of(Reserved match, Reservations reservations, DocumentId member) {
        return new Binding(match, reservations.entries().get(match.reservation()), member);
    }

    /** Whether it only suspends: a name alone never proves whose a work is. */
    public boolean suspends() {
        return match.by() == KeyType.AUTHOR || entry.suspends();
    }

    /** The stronger of two; the first where they are equal. */
    public static Binding stronger(Binding a, Binding b) {
        return STRONGEST_FIRST.compare(a, b) <= 0 ? a : b;
    }

    /** The reason that the ledger gives. */
    public Reason reason() {
        return suspends() ? SUSPENDED : RESERVED;
    }

    /** What the ledger shows: reservation, kind of selector, similarity, and the copy on which it was found. */
    public Evidence evidence() {
        return Evidence.of("reservation", entry.id())
                .and("selector", match.by().word())
                .and("similarity", match.similarity())
                .and("found-on", member.hex());
    }
}
