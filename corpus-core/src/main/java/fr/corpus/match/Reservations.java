package fr.corpus.match;

import java.util.List;

/**
 * The reservations that a build honours, at one checkpoint of a registry. Immutable; thread-safe.
 *
 * @param checkpoint names the state of the registry in manifests: {@code origin size root}, the root in hexadecimal
 * @param index finds them
 * @param entries what the ledger says of each, by its number in the index
 * @param broad what becomes of selectors of unverified claims that take too much
 */
public record Reservations(String checkpoint, ReservationIndex index, List<Entry> entries, BroadChoice broad) {

    public Reservations {
        entries = List.copyOf(entries);
    }

    /** Reservations of which selectors that take too much, of unverified claims, are set aside. */
    public Reservations(String checkpoint, ReservationIndex index, List<Entry> entries) {
        this(checkpoint, index, entries, BroadChoice.SET_ASIDE);
    }

    /** The same with another choice. */
    public Reservations with(BroadChoice choice) {
        return new Reservations(checkpoint, index, entries, choice);
    }

    /**
     * One reservation. Immutable.
     *
     * @param id its opaque id in the registry
     * @param suspends whether it only suspends: the claim is contested or its author's identity is not established
     */
    public record Entry(String id, boolean suspends) {}
}
