package fr.corpus.optout;

import fr.corpus.hash.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * By what right somebody reserves the works of another. Immutable. Personal data, like {@link Holder}.
 *
 * @param grantor who gave it; the holder of the reservation received it
 * @param validFrom from when it holds
 * @param validUntil until when, empty when it has no end
 * @param evidence SHA-256 of the document that shows it, which the registry does not keep
 * @param chain the mandate of the grantor in turn, when the grantor acts for another
 */
public record Mandate(
        Holder grantor,
        Instant validFrom,
        Optional<Instant> validUntil,
        Optional<Digest> evidence,
        Optional<Mandate> chain) {

    /** Most links of a chain. */
    static final int MAX_CHAIN = 8;

    public Mandate {
        if (validUntil.isPresent() && validUntil.get().isBefore(validFrom)) {
            throw new IllegalArgumentException("a mandate ends after it begins");
        }
        if (chain.isPresent() && chain.get().length() >= MAX_CHAIN) {
            throw new IllegalArgumentException("a chain of mandates has at most " + MAX_CHAIN + " links");
        }
    }

    /** Number of mandates in the chain. */
    public int length() {
        return 1 + chain.map(Mandate::length).orElse(0);
    }

    /** Whether this mandate and those it rests on hold at a time. */
    public boolean holdsAt(Instant time) {
        boolean begun = !time.isBefore(validFrom);
        boolean over = validUntil.isPresent() && !time.isBefore(validUntil.get());
        return begun && !over && chain.map(link -> link.holdsAt(time)).orElse(true);
    }
}
