package fr.corpus.optout;

/**
 * A declaration as it stands in the registry. Immutable. Has personal data.
 *
 * @param id its name in the log
 * @param version from 1, one more with each amendment
 * @param status what has become of it
 * @param declaration what is reserved, by whom
 */
public record Reservation(ReservationId id, int version, ReservationStatus status, Declaration declaration) {}
