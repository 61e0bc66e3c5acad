package fr.corpus.energy;

import java.util.OptionalDouble;

/**
 * What the counters of this machine told over a time, other programs included. Immutable.
 *
 * @param seconds how long
 * @param processorJoules of processors and their memory (RAPL); empty without counters that may be read
 * @param graphicsJoules of graphics processors (NVML, power added up over time); empty without any
 */
public record MeasuredEnergy(double seconds, OptionalDouble processorJoules, OptionalDouble graphicsJoules) {

    /** Joules of a watt-hour. */
    public static final double JOULES_PER_WATT_HOUR = 3600;
}
