package fr.corpus.optout;

import fr.corpus.hash.Digest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a holder declares. Immutable. Has personal data.
 *
 * @param holder who reserves
 * @param mandate by what right, when the holder acts for another
 * @param tier how well the operator knows the holder
 * @param categories the reserved uses, at least one
 * @param selectors the works, at least one and at most {@value #MAX_SELECTORS}, each once
 * @param origin how it came in
 */
public record Declaration(
        Holder holder,
        Optional<Mandate> mandate,
        IdentityTier tier,
        Set<UseCategory> categories,
        List<Selector> selectors,
        Origin origin) {

    /** Most selectors of one reservation. */
    public static final int MAX_SELECTORS = 10_000;

    /**
     * How a declaration came in.
     *
     * @param basis on what it rests
     * @param channel by what way
     * @param declaredAt when the holder says to have declared it: a claim, unlike the time of the log entry
     * @param evidence SHA-256 of what was received, empty when nothing was kept
     */
    public record Origin(LegalBasis basis, Channel channel, Instant declaredAt, Optional<Digest> evidence) {

        /** A declaration made to the registry now. */
        public static Origin registry(Instant now) {
            return new Origin(LegalBasis.ART4, Channel.REGISTRY, now, Optional.empty());
        }
    }

    public Declaration {
        categories = Set.copyOf(EnumSet.copyOf(categories));
        selectors = List.copyOf(new LinkedHashSet<>(selectors));
        if (selectors.isEmpty() || selectors.size() > MAX_SELECTORS) {
            throw new IllegalArgumentException("need 1 to " + MAX_SELECTORS + " selectors, got " + selectors.size());
        }
    }

    /** The same declaration with other works. */
    public Declaration withSelectors(List<Selector> others) {
        return new Declaration(holder, mandate, tier, categories, others, origin);
    }
}
