package fr.corpus.energy;

import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of EcoLogits for the generation of text, by the version of its formula and constants: regressions of energy and time
 * on the parameters of the model, a server of eight graphics processors, shares in the making of both. The sequence of operations is
 * the original’s, so that results are equal to its own. Immutable.
 *
 * <p>Prompts cost nothing in this model; only generated tokens count.
 */
public final class EcoLogits {

    /** Versions whose figures are carried, oldest first. */
    public static final List<String> VERSIONS = List.of("0.9.1", "0.11.3");

    private static final double SECONDS_PER_HOUR = 3600;

    private final String version;
    private final String retrieved;
    private final Digest digest;
    private final boolean waterOnItEnergy;
    private final Map<String, Double> constants = new TreeMap<>();
    private final Map<String, Mix> mixes = new TreeMap<>();

    /**
     * Electricity of a zone, for each kilowatt-hour.
     *
     * @param footprint of its making
     * @param waterLitres consumed
     */
    private record Mix(Footprint footprint, double waterLitres) {}

    private EcoLogits(byte[] file) {
        Map<?, ?> root = (Map<?, ?>) known(JsonTree.parse(file));
        version = String.valueOf(root.get("version"));
        retrieved = String.valueOf(root.get("retrieved"));
        digest = Sha256.of(file);
        waterOnItEnergy = Boolean.TRUE.equals(root.get("waterOnItEnergy"));
        ((Map<?, ?>) known(root.get("constants")))
                .forEach((name, value) -> constants.put(String.valueOf(name), number(value)));
        ((Map<?, ?>) known(root.get("mixes"))).forEach((zone, value) -> {
            Map<?, ?> mix = (Map<?, ?>) known(value);
            mixes.put(
                    String.valueOf(zone),
                    new Mix(
                            new Footprint(
                                    number(mix.get("carbonKilograms")),
                                    number(mix.get("antimonyKilograms")),
                                    number(mix.get("primaryMegajoules"))),
                            number(mix.get("waterLitres"))));
        });
    }

    private static Object known(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("missing from the file of constants");
        }
        return value;
    }

    private static double number(@Nullable Object value) {
        return ((Number) known(value)).doubleValue();
    }

    /**
     * The formula of a version.
     *
     * @throws IllegalArgumentException if it is none of {@link #VERSIONS}
     */
    public static EcoLogits of(String version) {
        if (!VERSIONS.contains(version)) {
            throw new IllegalArgumentException("need one of " + VERSIONS + ", got " + version);
        }
        String name = "ecologits-" + version + ".json";
        try (InputStream in = EcoLogits.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the library: " + name);
            }
            return new EcoLogits(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version of formula and constants. */
    public String version() {
        return version;
    }

    /** SHA-256 of the file of constants and mixes. */
    public Digest digest() {
        return digest;
    }

    /** The day on which constants and mixes were taken from the tool, {@code 2026-11-24}. */
    public String retrieved() {
        return retrieved;
    }

    /** Zones whose electricity is known, ISO 3166-1 of three letters, and {@code WOR} for the world. */
    public Set<String> zones() {
        return new TreeSet<>(mixes.keySet());
    }

    /** Grams of CO₂ equivalent of a kilowatt-hour in a zone. */
    public OptionalDouble gramsPerKilowattHour(String zone) {
        Mix mix = mixes.get(zone);
        return mix == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(mix.footprint().carbonKilograms() * 1000);
    }

    /**
     * One request.
     *
     * @param activeBillions parameters used for each token, in billions
     * @param totalBillions parameters held in memory, in billions
     * @param tokens generated
     * @param latencySeconds measured, an upper bound of the time that the formula takes
     * @param batch answers that the machine writes at a time
     */
    record Request(
            double activeBillions, double totalBillions, long tokens, OptionalDouble latencySeconds, int batch) {}

    /**
     * Where it is answered.
     *
     * @param zone of the electricity, when known
     * @param pue energy of the data centre for each of its machines, at least 1
     * @param waterLitresPerKilowattHour consumed by the data centre itself, when known
     */
    record Place(Optional<String> zone, double pue, OptionalDouble waterLitresPerKilowattHour) {}

    Impact impact(Request request, Place place) {
        double energyPerToken =
                (c("gpuEnergyAlpha") * StrictMath.exp(c("gpuEnergyBeta") * request.batch())) * request.activeBillions()
                        + c("gpuEnergyGamma");
        energyPerToken /= 1000;
        double gpuEnergy = request.tokens() * energyPerToken;
        double latencyPerToken =
                c("latencyAlpha") * request.activeBillions() + c("latencyBeta") * request.batch() + c("latencyGamma");
        double latency = Math.min(
                request.tokens() * latencyPerToken, request.latencySeconds().orElse(Double.POSITIVE_INFINITY));
        double memory = c("memoryOverhead") * request.totalBillions() * c("quantizationBits") / 8;
        int gpus = powerOfTwo((long) Math.ceil(memory / c("gpuMemoryGigabytes")));
        double serverEnergy = (latency / SECONDS_PER_HOUR)
                * c("serverKilowatts")
                * (gpus / c("serverGpus"))
                * (1.0 / request.batch());
        double itEnergy = serverEnergy + gpus * gpuEnergy;
        double energy = place.pue() * itEnergy;
        Footprint machines = new Footprint(
                made(gpus, "serverCarbonKilograms", "gpuCarbonKilograms"),
                made(gpus, "serverAntimonyKilograms", "gpuAntimonyKilograms"),
                made(gpus, "serverPrimaryMegajoules", "gpuPrimaryMegajoules"));
        double life = c("lifeSeconds") * request.batch();
        Footprint embodied = new Footprint(
                latency * machines.carbonKilograms() / life,
                latency * machines.antimonyKilograms() / life,
                latency * machines.primaryMegajoules() / life);
        Optional<Mix> mix = place.zone().map(mixes::get);
        return new Impact(
                energy,
                mix.map(one -> one.footprint().times(energy)),
                water(mix, place, waterOnItEnergy ? itEnergy : energy),
                embodied);
    }

    private static OptionalDouble water(Optional<Mix> mix, Place place, double energy) {
        return mix.isPresent() && place.waterLitresPerKilowattHour().isPresent()
                ? OptionalDouble.of(energy
                        * (place.waterLitresPerKilowattHour().getAsDouble()
                                + place.pue() * mix.get().waterLitres()))
                : OptionalDouble.empty();
    }

    private double made(int gpus, String server, String gpu) {
        return gpus / c("serverGpus") * c(server) + gpus * c(gpu);
    }

    private double c(String name) {
        Double value = constants.get(name);
        if (value == null) {
            throw new IllegalStateException("missing from the file of constants: " + name);
        }
        return value;
    }

    /** Rounded up to a power of two. */
    private static int powerOfTwo(long count) {
        long highest = Long.highestOneBit(count);
        return (int) Math.min(1 << 30, highest == count ? count : highest * 2);
    }
}
