package fr.corpus.energy;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What must be known of a model and its place for an estimate. Immutable.
 *
 * @param version of EcoLogits
 * @param active parameters used for each token, in billions
 * @param total parameters held in memory, in billions
 * @param zone of the electricity; unknown stays unknown
 * @param pue energy of the data centre for each unit of its machines
 * @param waterLitresPerKilowattHour consumed by the data centre itself; unknown stays unknown
 */
public record EnergyModel(
        String version,
        Billions active,
        Billions total,
        Optional<String> zone,
        double pue,
        OptionalDouble waterLitresPerKilowattHour) {

    /** Answers written at a time: the tool’s own assumption, which is optimistic, a usual one, and few. */
    public static final int LOW_BATCH = 64;

    /** Answers written at a time, central. */
    public static final int CENTRAL_BATCH = 16;

    /** Answers written at a time, for the high estimate. */
    public static final int HIGH_BATCH = 4;

    /** Energy of a usual data centre for each unit of its machines. */
    public static final double USUAL_PUE = 1.2;

    private static final double MOST = 1e5;
    private static final double MOST_PUE = 10;

    public EnergyModel {
        if (!EcoLogits.VERSIONS.contains(version)
                || active.high() > total.high()
                || !(pue >= 1 && pue <= MOST_PUE)
                || !(waterLitresPerKilowattHour.orElse(0) >= 0)
                || zone.isPresent() && !EcoLogits.of(version).zones().contains(zone.get())) {
            throw new IllegalArgumentException("need a known version and zone, no more active parameters than in all,"
                    + " a PUE from 1 to 10 and water from 0");
        }
    }

    /**
     * A number of parameters, in billions, as exactly as it is known.
     *
     * @param low at least so many
     * @param high at most so many
     */
    public record Billions(double low, double high) {
        public Billions {
            if (!(low > 0 && low <= high && high <= MOST)) {
                throw new IllegalArgumentException("need billions of parameters from above 0, got " + low + "-" + high);
            }
        }

        /** A number that is known. */
        public static Billions of(double billions) {
            return new Billions(billions, billions);
        }

        double central() {
            return low == high ? low : (low + high) / 2;
        }
    }

    /** Makes estimates by this model. Immutable. */
    public Estimator estimator() {
        return new Estimator(EcoLogits.of(version), this);
    }

    /**
     * Makes estimates.
     *
     * @param formula that is used
     * @param model whose answers are estimated
     */
    public record Estimator(EcoLogits formula, EnergyModel model) {

        /**
         * The cost of one answer.
         *
         * @param tokens generated, empty when unknown
         * @param latencySeconds measured, when known
         * @return nothing when the tokens are unknown: unknown stays unknown
         */
        public Optional<EnergyEstimate> estimate(OptionalLong tokens, OptionalDouble latencySeconds) {
            if (tokens.isEmpty()) {
                return Optional.empty();
            }
            long count = tokens.getAsLong();
            return Optional.of(new EnergyEstimate(
                    impact(model.active.low(), model.total.low(), count, latencySeconds, LOW_BATCH),
                    impact(model.active.central(), model.total.central(), count, latencySeconds, CENTRAL_BATCH),
                    impact(model.active.high(), model.total.high(), count, latencySeconds, HIGH_BATCH)));
        }

        private Impact impact(double active, double total, long tokens, OptionalDouble latency, int batch) {
            return formula.impact(
                    new EcoLogits.Request(active, total, tokens, latency, batch),
                    new EcoLogits.Place(model.zone, model.pue, model.waterLitresPerKilowattHour));
        }
    }
}
