package fr.corpus.pipeline;

import java.util.List;

/**
 * What a run cost on this machine. Immutable. Never part of a release, whose bytes do not depend on the machine.
 *
 * @param stages the stages in order
 * @param seconds wall time from the start of the process
 * @param cpuSeconds CPU time of the whole process since its start
 * @param peakBytes highest resident memory of the process, or highest heap use where the system does not say
 * @param threads worker threads
 * @param resumedUnits units of input found done by an interrupted run and not redone
 */
public record RunReport(
        List<StageReport> stages, double seconds, double cpuSeconds, long peakBytes, int threads, int resumedUnits) {

    public RunReport {
        stages = List.copyOf(stages);
    }
}
