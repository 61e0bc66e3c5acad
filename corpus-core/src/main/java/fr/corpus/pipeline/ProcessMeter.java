package fr.corpus.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time and peak memory of this process. Thread-safe. */
public final class ProcessMeter {

    private static final double NANO = 1e-9;
    private static final long KIB = 1024;

    private ProcessMeter() {}

    /** CPU seconds of all threads since the process began. */
    public static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() * NANO
                : Double.NaN;
    }

    /** Wall seconds since the process began. */
    public static double seconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }

    /** Highest resident memory in bytes (Linux VmHWM), or the highest heap use where the system does not say. */
    public static long peakBytes() {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
            for (String line : status) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB;
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Not Linux: the heap's own peak is the best there is.
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
