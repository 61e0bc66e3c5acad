package fr.corpus.pipeline;

import fr.corpus.energy.Energy;

/**
 * What one stage cost. Immutable.
 *
 * @param stage the stage
 * @param seconds wall time
 * @param cpuSeconds CPU time of the whole process, compilation and collection included
 * @param peakBytes highest resident memory of the process from its start to the end of the stage
 * @param energy energy and how it was found
 */
public record StageReport(Stage stage, double seconds, double cpuSeconds, long peakBytes, Energy energy) {}
