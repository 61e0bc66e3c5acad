package fr.corpus.optout;

import fr.corpus.hash.Digest;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param controls hosts that the holder was seen to control, at most {@value #MAX_CONTROLS}
 */
public record Declaration(
        Holder holder,
        Optional<Mandate> mandate,
        IdentityTier tier,
        Set<UseCategory> categories,
        List<Selector> selectors,
        Origin origin,
        List<DomainControl> controls) {

    /** Most selectors of one reservation. */
    public static final int MAX_SELECTORS = 10_000;

    /** Most hosts of one reservation of which control is kept. */
    public static final int MAX_CONTROLS = 256;

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
        controls = List.copyOf(controls);
        if (controls.size() > MAX_CONTROLS) {
            throw new IllegalArgumentException("need at most " + MAX_CONTROLS + " controls, got " + controls.size());
        }
        if (selectors.isEmpty() || selectors.size() > MAX_SELECTORS) {
            throw new IllegalArgumentException("need 1 to " + MAX_SELECTORS + " selectors, got " + selectors.size());
        }
    }

    /** A declaration of which no control of a host is known. */
    public Declaration(
            Holder holder,
            Optional<Mandate> mandate,
            IdentityTier tier,
            Set<UseCategory> categories,
            List<Selector> selectors,
            Origin origin) {
        this(holder, mandate, tier, categories, selectors, origin, List.of());
    }

    /**
     * The same declaration with other works; what was seen of hosts is kept. A tier that rests on that falls to {@link
     * IdentityTier#ANONYMOUS} where it does not speak for all of them.
     */
    public Declaration withSelectors(List<Selector> others) {
        boolean lost = tier == IdentityTier.DOMAIN && !controls.isEmpty() && !covered(others, controls);
        return new Declaration(
                holder, mandate, lost ? IdentityTier.ANONYMOUS : tier, categories, others, origin, controls);
    }

    /** The same declaration by a holder whom the operator knows otherwise. */
    public Declaration withTier(IdentityTier other) {
        return new Declaration(holder, mandate, other, categories, selectors, origin, controls);
    }

    private static boolean covered(List<Selector> selectors, List<DomainControl> controls) {
        return selectors.stream().allMatch(selector -> controls.stream().anyMatch(control -> control.covers(selector)));
    }

    /**
     * The same declaration after its holder was seen to control a host. Its tier becomes {@link IdentityTier#DOMAIN} once every
     * selector is about web addresses of hosts so seen: control of a site says nothing of a book.
     */
    Declaration with(DomainControl control) {
        List<DomainControl> seen = new ArrayList<>(controls);
        seen.removeIf(other -> other.host().equals(control.host()) && other.method() == control.method());
        seen.add(control);
        boolean raised = covered(selectors, seen) && tier.compareTo(IdentityTier.DOMAIN) < 0;
        return new Declaration(
                holder, mandate, raised ? IdentityTier.DOMAIN : tier, categories, selectors, origin, seen);
    }
}
