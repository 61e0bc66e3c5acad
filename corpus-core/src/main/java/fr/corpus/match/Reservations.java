package fr.corpus.match;

import java.util.List;

/**
 * The reservations that a build honours, at one checkpoint of a registry. Immutable; thread-safe.
 *
 * @param checkpoint names the state of the registry in manifests: {@code origin size root}, the root in hexadecimal
 * @param index finds them
 * @param entries what the ledger says of each, by its number in the index
 */
public record Reservations(String checkpoint, ReservationIndex index, List<Entry> entries) {

    public Reservations {
        entries = List.copyOf(entries);
    }

    /**
     * One reservation. Immutable.
     *
     * @param id its opaque id in the registry
     * @param suspends whether it only suspends: the claim is contested or its author's identity is not established
     */
    public record Entry(String id, boolean suspends) {}
}
