package fr.corpus.optout;

import java.util.Optional;

/** How well the operator knows who reserves, in ascending order. */
public enum IdentityTier {
    /** Not at all. */
    ANONYMOUS,
    /** An e-mail address that answers. */
    EMAIL,
    /** Control of a web domain. */
    DOMAIN,
    /** Attested by a collective society or an identity check. */
    ATTESTED,
    /** A qualified electronic identity, signature or seal (eIDAS). */
    QUALIFIED;

    /** Its number, 0 to 4. */
    public int number() {
        return ordinal();
    }

    /** Whether a claim of this tier only suspends and never deletes: the two lowest. */
    public boolean suspendsOnly() {
        return compareTo(EMAIL) <= 0;
    }

    /** The tier of a number. */
    public static Optional<IdentityTier> find(long number) {
        return number < 0 || number >= values().length ? Optional.empty() : Optional.of(values()[(int) number]);
    }
}
