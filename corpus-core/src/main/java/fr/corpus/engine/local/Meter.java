package fr.corpus.engine.local;

import fr.corpus.energy.EnergyMeter;
import fr.corpus.pipeline.ProcessMeter;
import fr.corpus.pipeline.Progress;
import fr.corpus.pipeline.ProgressListener;
import fr.corpus.pipeline.Stage;
import fr.corpus.pipeline.StageReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the work of the stage under way, tells the listener four times a second and keeps what finished stages cost. */
final class Meter implements AutoCloseable {

    private static final long TICK_MILLIS = 250;

    /** Work of one phase of the barrier, see {@link #phase}. */
    static final long PHASE_WORK = 1000;

    private final ProgressListener listener;
    private final EnergyMeter energy = EnergyMeter.open();
    private final List<StageReport> finished = new ArrayList<>();
    private final Thread ticker = new Thread(this::tick, "corpus-progress");
    private final LongAdder documents = new LongAdder();
    private final LongAdder textBytes = new LongAdder();
    private final LongAdder doneWork = new LongAdder();
    private final double runStart = ProcessMeter.seconds();

    private volatile boolean closed;
    private volatile Stage stage = Stage.READ;
    private volatile long totalWork = 1;
    private volatile double stageStart = ProcessMeter.seconds();
    private double stageCpu;
    private long[] stageEnergy = new long[0];

    Meter(ProgressListener listener) {
        this.listener = listener;
        ticker.setDaemon(true);
        ticker.start();
    }

    /** Begins a stage whose work is measured in units of the caller's choice. */
    void begin(Stage next, long work) {
        documents.reset();
        textBytes.reset();
        doneWork.reset();
        totalWork = Math.max(1, work);
        stageCpu = ProcessMeter.cpuSeconds();
        stageEnergy = energy.sample();
        stageStart = ProcessMeter.seconds();
        stage = next;
    }

    /** Records work done. */
    void add(long moreDocuments, long moreTextBytes, long moreWork) {
        documents.add(moreDocuments);
        textBytes.add(moreTextBytes);
        doneWork.add(moreWork);
    }

    /** Records how far the barrier is: one of its phases of about equal weight. */
    void phase(int phase, int done, int total) {
        doneWork.reset();
        doneWork.add((long) phase * PHASE_WORK + (long) done * PHASE_WORK / Math.max(1, total));
    }

    /** Ends the stage. */
    void end() {
        double cpu = ProcessMeter.cpuSeconds() - stageCpu;
        listener.onProgress(progress(1));
        finished.add(new StageReport(
                stage,
                ProcessMeter.seconds() - stageStart,
                cpu,
                ProcessMeter.peakBytes(),
                energy.between(stageEnergy, energy.sample(), cpu)));
    }

    List<StageReport> stages() {
        return List.copyOf(finished);
    }

    private Progress progress(double done) {
        double now = ProcessMeter.seconds();
        double inStage = now - stageStart;
        double remaining = done > 0.01 ? inStage * (1 - done) / done : -1;
        return new Progress(stage, documents.sum(), textBytes.sum(), done, now - runStart, remaining);
    }

    private void tick() {
        try {
            while (!closed) {
                Thread.sleep(TICK_MILLIS);
                if (!closed) {
                    listener.onProgress(progress(Math.min(1, (double) doneWork.sum() / totalWork)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        ticker.interrupt();
    }
}
