package fr.corpus.releaselog;

import fr.corpus.optout.ReservationId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Reservations as an entry names them: each by its id, or so many that only their number and root are told. Immutable. */
public sealed interface Reservations {

    /** Most reservations named one by one. */
    int MAX_LISTED = 32;

    /** How many they are. */
    long count();

    /**
     * Named one by one.
     *
     * @param ids ascending, each once, at most {@value Reservations#MAX_LISTED}
     */
    record Listed(List<ReservationId> ids) implements Reservations {
        public Listed {
            ids = List.copyOf(ids);
            if (ids.size() > MAX_LISTED || !List.copyOf(new TreeSet<>(ids)).equals(ids)) {
                throw new IllegalArgumentException("ids ascend, each once, at most 32: " + ids);
            }
        }

        @Override
        public long count() {
            return ids.size();
        }
    }

    /**
     * More than {@value Reservations#MAX_LISTED}.
     *
     * @param set of their ids of 16 bytes
     */
    record Rooted(IdSet set) implements Reservations {
        public Rooted {
            if (set.count() <= MAX_LISTED) {
                throw new IllegalArgumentException("so few are named one by one: " + set.count());
            }
        }

        @Override
        public long count() {
            return set.count();
        }
    }

    /** Some reservations. */
    static Reservations of(Collection<ReservationId> ids) {
        TreeSet<ReservationId> ascending = new TreeSet<>(ids);
        return ascending.size() <= MAX_LISTED
                ? new Listed(List.copyOf(ascending))
                : new Rooted(IdSet.of(ascending.stream().map(ReservationId::hex).toList()));
    }
}
