package fr.corpus.energy;

/**
 * An estimate between two bounds. Immutable.
 *
 * @param low many answers at a time on a machine, the smallest size of the model
 * @param central between both
 * @param high few answers at a time, the largest size
 */
public record EnergyEstimate(Impact low, Impact central, Impact high) {

    /** The sum. */
    public EnergyEstimate plus(EnergyEstimate other) {
        return new EnergyEstimate(low.plus(other.low), central.plus(other.central), high.plus(other.high));
    }
}
