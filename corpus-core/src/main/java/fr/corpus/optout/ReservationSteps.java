package fr.corpus.optout;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.util.List;

/**
 * What may be done to a reservation that exists, and the entry that records it; a step that makes no sense is refused with its reason.
 * Confined to one thread.
 */
final class ReservationSteps {

    private final RegistryStore store;
    private final EntryWriter writer;

    ReservationSteps(RegistryStore store, EntryWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    StoredEntry amend(ReservationId id, Declaration declaration) {
        StoredEntry last = last(id, true);
        return writer.amendment(declaration, last, afterAmendment(last, ReservationStatus.RECEIVED));
    }

    /** Declaring anew does not end a contest. */
    private static ReservationStatus afterAmendment(StoredEntry last, ReservationStatus to) {
        return last.entry().status() == ReservationStatus.CONTESTED ? ReservationStatus.CONTESTED : to;
    }

    StoredEntry prove(ReservationId id, DomainControl control) {
        StoredEntry last = last(id, true);
        Declaration declared = declared(last);
        if (declared.selectors().stream().noneMatch(control::covers)) {
            throw new RecipeException(UserMessage.of("optout.domain.elsewhere", id.hex(), control.host()));
        }
        Declaration proven = declared.with(control);
        ReservationStatus to = proven.tier().compareTo(IdentityTier.DOMAIN) >= 0
                ? ReservationStatus.VERIFIED
                : last.entry().status();
        return writer.amendment(proven, last, afterAmendment(last, to));
    }

    /** A step that needs no more than an active reservation. */
    StoredEntry change(EntryType type, ReservationId id, ReservationStatus to, String reason) {
        return writer.change(type, last(id, true), to, reason);
    }

    StoredEntry counterNotice(ReservationId id, String reason) {
        StoredEntry last = last(id, true);
        if (last.entry().status() != ReservationStatus.CONTESTED) {
            throw new RecipeException(UserMessage.of("optout.not-contested", id.hex()));
        }
        return writer.change(EntryType.COUNTER_NOTICE, last, ReservationStatus.CONTESTED, reason);
    }

    StoredEntry decide(ReservationId id, ReservationStatus status, String reason) {
        if (status != ReservationStatus.VERIFIED
                && status != ReservationStatus.REJECTED
                && status != ReservationStatus.SUPERSEDED) {
            throw new IllegalArgumentException("no decision: " + status);
        }
        StoredEntry last = last(id, true);
        if (last.entry().status() == status) {
            throw new RecipeException(UserMessage.of("optout.already", id.hex(), shown(status)));
        }
        return writer.change(EntryType.DECISION, last, status, reason);
    }

    StoredEntry erase(ReservationId id) {
        StoredEntry last = last(id, false);
        return writer.change(EntryType.ERASURE, last, last.entry().status(), "");
    }

    /** What an active reservation declares now. */
    Declaration declared(ReservationId id) {
        return declared(last(id, true));
    }

    private Declaration declared(StoredEntry last) {
        return store.history(last.entry().id()).stream()
                .filter(entry -> entry.seq() == last.declares())
                .findFirst()
                .flatMap(StoredEntry::opening)
                .map(opening -> PrivateRecord.read(opening.record()))
                .orElseThrow(() -> new RecipeException(
                        UserMessage.of("optout.erased", last.entry().id().hex())));
    }

    /** Whether a reservation is active, of a tier that only suspends, and not contested yet. */
    boolean suspendsUncontested(ReservationId id) {
        StoredEntry last = last(id, false);
        return last.entry().status().isActive()
                && last.entry().status() != ReservationStatus.CONTESTED
                && store.history(id).stream()
                        .filter(entry -> entry.seq() == last.declares())
                        .flatMap(entry -> entry.entry().scope().stream())
                        .anyMatch(scope -> scope.tier().suspendsOnly());
    }

    /** The newest entry of a reservation, which must be active if that is asked for. */
    StoredEntry last(ReservationId id, boolean active) {
        List<StoredEntry> history = store.history(id);
        if (history.isEmpty() || id.equals(ReservationId.REGISTRY)) {
            throw new RecipeException(UserMessage.of("optout.no-reservation", id.hex()));
        }
        StoredEntry last = history.get(history.size() - 1);
        if (active && !last.entry().status().isActive()) {
            throw new RecipeException(UserMessage.of(
                    "optout.not-active", id.hex(), shown(last.entry().status())));
        }
        return last;
    }

    private static UserMessage shown(ReservationStatus status) {
        return UserMessage.of("optout.page.status." + status.word());
    }
}
