package fr.corpus.optout;

import java.util.Optional;

/**
 * How many reservations are taken in a day (UTC) of people whom the operator knows so well, one declaration at a time; what the
 * operator brings in bulk does not count. Immutable.
 *
 * @param perHolder of one name, at least 0
 * @param total of all together, at least 0
 */
public record Quota(int perHolder, int total) {

    public Quota {
        if (perHolder < 0 || total < 0) {
            throw new IllegalArgumentException("a quota is not negative: " + perHolder + ", " + total);
        }
    }

    /** The quota of a tier unless the operator sets another; empty for tiers without one. */
    public static Optional<Quota> standard(IdentityTier tier) {
        return switch (tier) {
            case ANONYMOUS -> Optional.of(new Quota(10, 200));
            case EMAIL -> Optional.of(new Quota(100, 2_000));
            case DOMAIN -> Optional.of(new Quota(1_000, 20_000));
            case ATTESTED, QUALIFIED -> Optional.empty();
        };
    }
}
