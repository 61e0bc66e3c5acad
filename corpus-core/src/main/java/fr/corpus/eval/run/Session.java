package fr.corpus.eval.run;

import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks questions by several threads until all are asked, or asking on is in vain. Used once. */
final class Session {

    /** So many questions in a row that fail mean that the server is gone. */
    static final int FAILURES_IN_A_ROW = 20;

    private final Asking asking;
    private final Log log;
    private final RunListener listener;
    private final int total;
    private final int earlier;
    private final long start = System.nanoTime();
    private final Map<String, Integer> failures = new TreeMap<>();
    private @Nullable UserMessage lastFailure;
    private @Nullable UserMessage stopped;
    private @Nullable IOException disk;
    private @Nullable RuntimeException bug;
    private int answered;
    private int inARow;

    Session(Asking asking, Log log, RunListener listener, int total, int earlier) {
        this.asking = asking;
        this.log = log;
        this.listener = listener;
        this.total = total;
        this.earlier = earlier;
    }

    /** Keeps what became of a question. */
    interface Log {
        /** Returns when it is on disk. */
        void record(Asked asked, Outcome outcome) throws IOException;
    }

    /** What became of a question: an answer or a fault. */
    record Outcome(Optional<Asking.Answer> answer, Optional<ServerFault> fault) {}

    /** Asks, and returns when no question is under way any more. */
    void run(List<Asked> questions, int concurrency) throws IOException, InterruptedException {
        Iterator<Asked> open = questions.iterator();
        int threads = Math.min(concurrency, questions.size());
        if (threads == 0) {
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < threads; i++) {
                workers.execute(() -> work(open, workers));
            }
            workers.shutdown();
            if (!workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("cannot be: no end in 292 years");
            }
        } finally {
            workers.shutdownNow();
            workers.awaitTermination(10, TimeUnit.SECONDS);
        }
        if (disk != null) {
            throw disk;
        }
        if (bug != null) {
            throw bug;
        }
    }

    private void work(Iterator<Asked> open, ExecutorService workers) {
        try {
            for (Asked asked = next(open); asked != null; asked = next(open)) {
                ask(asked, workers);
            }
        } catch (InterruptedException e) {
            // The session is over; what was under way is asked again in the next.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            fail(e, null, workers);
        } catch (RuntimeException e) {
            fail(null, e, workers);
        }
    }

    private synchronized @Nullable Asked next(Iterator<Asked> open) {
        return stopped == null && disk == null && bug == null && open.hasNext() ? open.next() : null;
    }

    private synchronized void fail(
            @Nullable IOException onDisk, @Nullable RuntimeException inUs, ExecutorService workers) {
        if (disk == null && bug == null) {
            disk = onDisk;
            bug = inUs;
        }
        workers.shutdownNow();
    }

    private void ask(Asked asked, ExecutorService workers) throws IOException, InterruptedException {
        Outcome outcome;
        try {
            outcome = new Outcome(Optional.of(asking.ask(asked)), Optional.empty());
        } catch (ServerFault fault) {
            outcome = new Outcome(Optional.empty(), Optional.of(fault));
        }
        log.record(asked, outcome);
        count(outcome, workers);
    }

    private synchronized void count(Outcome outcome, ExecutorService workers) {
        if (outcome.fault().isPresent()) {
            ServerFault fault = outcome.fault().get();
            failures.merge(fault.code(), 1, Integer::sum);
            lastFailure = fault.reason();
            inARow++;
            if (stopped == null && (fault.reach() == ServerFault.Reach.RUN || inARow >= FAILURES_IN_A_ROW)) {
                stopped = fault.reason();
                workers.shutdownNow();
            }
        } else {
            answered++;
            inARow = 0;
        }
        int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
        listener.onProgress(new RunProgress(
                total, earlier + answered, failed, answered + failed, (System.nanoTime() - start) / 1e9));
    }

    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    synchronized Optional<UserMessage> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    synchronized Optional<UserMessage> stopped() {
        return Optional.ofNullable(stopped);
    }
}
