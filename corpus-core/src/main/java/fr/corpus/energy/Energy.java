package fr.corpus.energy;

/**
 * An amount of energy and how it was found. Immutable.
 *
 * @param joules the amount
 * @param method {@code rapl} when read from the processor's counters, {@code estimated-cpu} when CPU time was multiplied by
 *     {@link EnergyMeter#WATTS_PER_BUSY_THREAD}
 */
public record Energy(double joules, String method) {

    /** Method of a measured amount. */
    public static final String MEASURED = "rapl";

    /** Method of an estimated amount. */
    public static final String ESTIMATED = "estimated-cpu";

    /** Whether it was measured. */
    public boolean isMeasured() {
        return MEASURED.equals(method);
    }
}
