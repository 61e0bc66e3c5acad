package fr.corpus.bench;

import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.optout.Declaration;
import fr.corpus.optout.Holder;
import fr.corpus.optout.HolderKind;
import fr.corpus.optout.IdentityTier;
import fr.corpus.optout.OptOutRegistry;
import fr.corpus.optout.Selector;
import fr.corpus.optout.UseCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many registrations a registry on the embedded database makes durable. Immutable.
 *
 * @param registrations of one address each, registered in batches
 * @param batch registrations acknowledged together
 * @param perSecond durable registrations by second of wall time
 * @param singleMillis wall time of one registration alone, median
 */
public record RegistryMeasure(int registrations, int batch, double perSecond, double singleMillis) {

    /** Registrations acknowledged together. */
    public static final int BATCH = 1000;

    private static final int SINGLES = 200;
    private static final double NANO = 1e-9;
    private static final double NANO_TO_MILLI = 1e-6;

    /**
     * Fills a registry.
     *
     * @param directory where it goes; on the disk that is to be measured
     */
    public static RegistryMeasure of(Path directory, int registrations) throws IOException {
        OptOutRegistry.Environment system = OptOutRegistry.Environment.system();
        OptOutRegistry.create(
                directory, "mesure.exemple.fr/reservations", Optional.empty(), Duration.ofHours(24), system);
        try (OptOutRegistry registry = OptOutRegistry.open(directory, Duration.ofSeconds(10), system)) {
            registry.setQuota(IdentityTier.ATTESTED, Optional.empty());
            List<Double> singles = new ArrayList<>();
            for (int i = 0; i < SINGLES; i++) {
                long before = System.nanoTime();
                registry.register(declaration(i));
                singles.add((System.nanoTime() - before) * NANO_TO_MILLI);
            }
            long before = System.nanoTime();
            for (int from = 0; from < registrations; from += BATCH) {
                registry.register(IntStream.range(from, Math.min(from + BATCH, registrations))
                        .mapToObj(i -> declaration(SINGLES + i))
                        .toList());
            }
            double seconds = (System.nanoTime() - before) * NANO;
            return new RegistryMeasure(registrations, BATCH, registrations / seconds, Spread.median(singles));
        }
    }

    private static Declaration declaration(int i) {
        Key address = new Key(KeyType.URL, "exemple" + i % 5000 + ".fr/oeuvres/" + i);
        return new Declaration(
                new Holder("Éditions " + i % 100, HolderKind.PUBLISHER),
                Optional.empty(),
                IdentityTier.ATTESTED,
                UseCategory.DEFAULT,
                List.of(new Selector.Exact(address)),
                Declaration.Origin.registry(Instant.EPOCH));
    }
}
