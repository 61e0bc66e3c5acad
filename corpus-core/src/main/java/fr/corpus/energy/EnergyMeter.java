package fr.corpus.energy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the energy counters of processor packages and their memory that Linux offers under {@code /sys/class/powercap} (RAPL), and
 * estimates from CPU time where there are none. Measured energy is that of whole packages, other programs included.
 * Thread-safe.
 */
public final class EnergyMeter {

    /**
     * Watts assumed for one busy hardware thread of a server processor, memory and cooling left out: an assumption of ours for
     * an order of magnitude, never to be quoted as a measurement.
     */
    public static final double WATTS_PER_BUSY_THREAD = 3.5;

    private static final Path POWERCAP = Path.of("/sys/class/powercap");
    private static final double MICRO = 1e-6;

    private final List<Counter> counters;

    private record Counter(Path value, long range) {
        long read() throws IOException {
            return readLong(value);
        }
    }

    private EnergyMeter(List<Counter> counters) {
        this.counters = List.copyOf(counters);
    }

    /** The meter of this machine. */
    public static EnergyMeter open() {
        return open(POWERCAP);
    }

    static EnergyMeter open(Path powercap) {
        List<Counter> parts = new ArrayList<>();
        List<Counter> platform = new ArrayList<>();
        try (DirectoryStream<Path> zones = Files.newDirectoryStream(powercap, "intel-rapl:*")) {
            for (Path zone : zones) {
                String name = name(zone);
                boolean top = zone.getFileName()
                                .toString()
                                .chars()
                                .filter(c -> c == ':')
                                .count()
                        == 1;
                if (top || name.equals("dram")) {
                    Counter counter =
                            new Counter(zone.resolve("energy_uj"), readLong(zone.resolve("max_energy_range_uj")));
                    counter.read();
                    (name.equals("psys") ? platform : parts).add(counter);
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Absent, or readable by root only: the estimate stands in and says that it is one.
            return new EnergyMeter(List.of());
        }
        return new EnergyMeter(parts.isEmpty() ? platform : parts);
    }

    /** {@code package-0}, {@code dram}, {@code core}, {@code uncore} or {@code psys}, which holds packages and memory once more. */
    private static String name(Path zone) throws IOException {
        Path file = zone.resolve("name");
        return Files.exists(file) ? Files.readString(file).strip() : "package";
    }

    private static long readLong(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }

    /** The state of the counters now; empty where there are none. */
    public long[] sample() {
        long[] values = new long[counters.size()];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = counters.get(i).read();
            }
            return values;
        } catch (IOException | NumberFormatException e) {
            return new long[0];
        }
    }

    /**
     * The energy between two samples.
     *
     * @param cpuSeconds CPU time of the process in between, for the estimate
     */
    public Energy between(long[] before, long[] after, double cpuSeconds) {
        if (counters.isEmpty() || before.length != counters.size() || after.length != counters.size()) {
            return new Energy(cpuSeconds * WATTS_PER_BUSY_THREAD, Energy.ESTIMATED);
        }
        double joules = 0;
        for (int i = 0; i < before.length; i++) {
            long spent = after[i] - before[i];
            joules += (spent < 0 ? spent + counters.get(i).range() : spent) * MICRO;
        }
        return new Energy(joules, Energy.MEASURED);
    }
}
