package fr.corpus.cli.bench;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.annotate.exchange.AnnotationRun;
import fr.corpus.annotate.exchange.Piece;
import fr.corpus.document.Annotations;
import fr.corpus.pipeline.ProcessMeter;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The speed of annotation: loading the models, then passes from raw text to sentences, tokens, parts of speech and lemmas. Each pass
 * has workers that have seen no text; what is compiled stays compiled. Immutable.
 */
public final class AnnotationTask {

    private static final long SETTLE_MILLIS = 50;

    /** What the clocks tell apart. */
    private static final double LEAST_SECONDS = 0.001;

    private final LayerChain chain;
    private final Loaded loaded;

    /**
     * What loading took.
     *
     * @param cpuSeconds of all threads, from the first class to the first annotated sentence
     * @param heapBytes what the heap holds more than before, once collected
     */
    public record Loaded(double cpuSeconds, long heapBytes) {}

    /**
     * A pass over all texts.
     *
     * @param threads that worked
     * @param tokens surface tokens
     * @param seconds of wall time
     * @param cpuSeconds of all threads of the process, compiler and collector included
     */
    public record Pass(int threads, long tokens, double seconds, double cpuSeconds) {

        /** Tokens by second of processor. */
        public double tokensPerCpuSecond() {
            return tokens / Math.max(cpuSeconds, LEAST_SECONDS);
        }

        /** Tokens by second of wall time. */
        public double tokensPerSecond() {
            return tokens / Math.max(seconds, LEAST_SECONDS);
        }
    }

    /** Loads the models that the library carries. */
    public AnnotationTask() {
        long before = heap();
        double cpu = ProcessMeter.cpuSeconds();
        chain = LayerChain.of(EnumSet.of(Layer.POS, Layer.LEMMA), LayerChain.Steps.standard());
        chain.newWorker().annotate("Les modèles sont lus.", Annotations.NONE);
        double took = ProcessMeter.cpuSeconds() - cpu;
        loaded = new Loaded(took, Math.max(0, heap() - before));
    }

    /** What loading took. */
    public Loaded loaded() {
        return loaded;
    }

    /** Annotates all texts once. */
    public Pass pass(List<AnnotatedText> texts, int threads) throws IOException {
        Iterator<AnnotatedText> left = texts.iterator();
        long[] tokens = new long[1];
        double cpu = ProcessMeter.cpuSeconds();
        double seconds = ProcessMeter.seconds();
        new AnnotationRun(chain, threads)
                .pieces(
                        () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty(),
                        () -> AnnotationTask::count,
                        count -> tokens[0] += count);
        return new Pass(threads, tokens[0], ProcessMeter.seconds() - seconds, ProcessMeter.cpuSeconds() - cpu);
    }

    private static int count(Piece piece) {
        return piece.text().layers().tokens().orElse(List.of()).size();
    }

    /** The heap in use once what nobody needs is gone. */
    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        try {
            for (int i = 0; i < 2; i++) {
                System.gc();
                Thread.sleep(SETTLE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
