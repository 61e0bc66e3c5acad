package fr.corpus.optout;

import fr.corpus.identifier.Isbn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A clock that is set by hand and chance that repeats. */
final class Fixed {

    static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private Instant now = START;
    private final SplittableRandom random;

    Fixed(long seed) {
        random = new SplittableRandom(seed);
    }

    void set(Instant time) {
        now = time;
    }

    OptOutRegistry.Environment environment() {
        return new OptOutRegistry.Environment(() -> now, random::nextBytes);
    }

    static Declaration declaration(String name, Selector... selectors) {
        return new Declaration(
                new Holder(name, HolderKind.AUTHOR),
                Optional.empty(),
                IdentityTier.EMAIL,
                UseCategory.DEFAULT,
                List.of(selectors),
                Declaration.Origin.registry(START));
    }

    /** The n-th ISBN of a made-up publisher. */
    static Selector isbn(int n) {
        String nine = String.format(java.util.Locale.ROOT, "2000%05d", n);
        for (char check : "0123456789X".toCharArray()) {
            Optional<Isbn> found = Isbn.find(nine + check);
            if (found.isPresent()) {
                return new Selector.Exact(found.get().key());
            }
        }
        throw new AssertionError(nine);
    }
}
