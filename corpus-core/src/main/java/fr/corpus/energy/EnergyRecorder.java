package fr.corpus.energy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the energy of this machine from its opening on: counters of processors every few seconds, long before they turn over, and
 * the power of graphics processors as {@code nvidia-smi} tells it each second. Thread-safe.
 */
public final class EnergyRecorder implements AutoCloseable {

    private static final long TICK_MILLIS = 5000;
    private static final List<String> GRAPHICS =
            List.of("nvidia-smi", "--query-gpu=power.draw", "--format=csv,noheader,nounits", "--loop-ms=1000");

    private final EnergyMeter meter;
    private final long start = System.nanoTime();
    private final @Nullable Process graphics;
    private final List<Thread> threads = new ArrayList<>();
    private long[] last;
    private double processorJoules;
    private double graphicsJoules;
    private boolean graphicsHeard;
    private boolean closed;

    private EnergyRecorder(EnergyMeter meter, List<String> command) {
        this.meter = meter;
        last = meter.sample();
        graphics = start(command);
        if (last.length > 0) {
            run(this::tick);
        }
        if (graphics != null) {
            run(() -> listen(graphics));
        }
    }

    /** Begins to record. */
    public static EnergyRecorder open() {
        return new EnergyRecorder(EnergyMeter.open(), GRAPHICS);
    }

    /** With other counters and another program, for tests. */
    static EnergyRecorder open(EnergyMeter meter, List<String> command) {
        return new EnergyRecorder(meter, command);
    }

    private static @Nullable Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // No such program, so no graphics processor that can be asked: unknown, not nothing.
            return null;
        }
    }

    private void run(Runnable work) {
        Thread thread = new Thread(work, "corpus-energy");
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                sample();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sample() {
        long[] now = meter.sample();
        Energy spent = meter.between(last, now, 0);
        if (spent.isMeasured()) {
            processorJoules += spent.joules();
        }
        last = now;
    }

    /** A line is the watts of one graphics processor; each stands for the second until the next of its kind. */
    private void listen(Process process) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.strip().matches("[0-9]{1,5}(\\.[0-9]{1,4})?")) {
                    addGraphics(Double.parseDouble(line.strip()));
                }
            }
        } catch (IOException closing) {
            // The program was ended: what it told until now counts.
            return;
        }
    }

    private synchronized void addGraphics(double watts) {
        graphicsHeard = true;
        graphicsJoules += watts;
    }

    /** What was recorded until now. */
    public synchronized MeasuredEnergy soFar() {
        boolean counters = last.length > 0;
        if (counters && !closed) {
            sample();
        }
        return new MeasuredEnergy(
                (System.nanoTime() - start) / 1e9,
                counters && last.length > 0 ? OptionalDouble.of(processorJoules) : OptionalDouble.empty(),
                graphicsHeard ? OptionalDouble.of(graphicsJoules) : OptionalDouble.empty());
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        threads.forEach(Thread::interrupt);
        if (graphics != null) {
            graphics.destroy();
        }
    }
}
