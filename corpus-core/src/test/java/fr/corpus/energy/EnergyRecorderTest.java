package fr.corpus.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EnergyRecorderTest {

    private static final List<String> NO_PROGRAM = List.of("/nowhere/nvidia-smi");

    @TempDir
    Path folder;

    private Path zone() throws IOException {
        Path zone = Files.createDirectories(folder.resolve("intel-rapl:0"));
        Files.writeString(zone.resolve("max_energy_range_uj"), "100000000\n");
        Files.writeString(zone.resolve("energy_uj"), "90000000\n");
        return zone;
    }

    @Test
    void addsUpCountersThatTurnOver() throws IOException {
        Path zone = zone();
        try (EnergyRecorder recorder = EnergyRecorder.open(EnergyMeter.open(folder), NO_PROGRAM)) {
            Files.writeString(zone.resolve("energy_uj"), "95000000\n");
            assertThat(recorder.soFar().processorJoules()).hasValue(5);
            Files.writeString(zone.resolve("energy_uj"), "2000000\n");
            assertThat(recorder.soFar().processorJoules()).hasValue(12);
            assertThat(recorder.soFar().graphicsJoules()).isEmpty();
        }
    }

    @Test
    void countsMemoryBesidePackagesButNothingTwice() throws IOException {
        Path zone = zone();
        Files.writeString(zone.resolve("name"), "package-0\n");
        for (String[] other :
                new String[][] {{"intel-rapl:0:0", "core"}, {"intel-rapl:0:1", "dram"}, {"intel-rapl:1", "psys"}}) {
            Path more = Files.createDirectories(folder.resolve(other[0]));
            Files.writeString(more.resolve("name"), other[1] + "\n");
            Files.writeString(more.resolve("max_energy_range_uj"), "100000000\n");
            Files.writeString(more.resolve("energy_uj"), "1000000\n");
        }
        try (EnergyRecorder recorder = EnergyRecorder.open(EnergyMeter.open(folder), NO_PROGRAM)) {
            Files.writeString(zone.resolve("energy_uj"), "91000000\n");
            for (String other : List.of("intel-rapl:0:0", "intel-rapl:0:1", "intel-rapl:1")) {
                Files.writeString(folder.resolve(other).resolve("energy_uj"), "3000000\n");
            }
            assertThat(recorder.soFar().processorJoules()).hasValue(1 + 2);
        }
    }

    @Test
    void knowsNothingWithoutCounters() {
        try (EnergyRecorder recorder = EnergyRecorder.open(EnergyMeter.open(folder), NO_PROGRAM)) {
            assertThat(recorder.soFar().processorJoules()).isEmpty();
            assertThat(recorder.soFar().graphicsJoules()).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void addsUpTheWattsOfGraphicsProcessors() throws Exception {
        List<String> program = List.of("/bin/sh", "-c", "echo 100.5; echo '[N/A]'; echo 50; exec sleep 60");
        try (EnergyRecorder recorder = EnergyRecorder.open(EnergyMeter.open(folder), program)) {
            while (recorder.soFar().graphicsJoules().orElse(0) < 150) {
                Thread.sleep(10);
            }
            assertThat(recorder.soFar().graphicsJoules()).hasValue(150.5);
        }
    }
}
