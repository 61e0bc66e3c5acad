package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.LayerChain;
import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.error.CorpusException;
import fr.corpus.release.ReleaseAnnotations;
import fr.corpus.step.Annotator;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Annotates texts in several threads, a few ahead, and gives them in their order. Confined to one thread. */
final class AnnotatedTexts implements ReleaseAnnotations.Texts, Closeable {

    private static final int AHEAD = 3;

    private final TextInputs inputs;
    private final ExecutorService pool;
    private final ThreadLocal<Annotator.Worker> workers;
    private final int window;
    private final Deque<Future<AnnotatedText>> running = new ArrayDeque<>();

    AnnotatedTexts(TextInputs inputs, LayerChain chain, int threads) {
        this.inputs = inputs;
        pool = Executors.newFixedThreadPool(threads);
        workers = ThreadLocal.withInitial(chain::newWorker);
        window = threads * AHEAD;
    }

    @Override
    public Optional<AnnotatedText> next() throws IOException {
        while (running.size() < window) {
            Optional<AnnotatedText> text = inputs.next();
            if (text.isEmpty()) {
                break;
            }
            running.add(pool.submit(() -> annotate(text.get())));
        }
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(running.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CorpusException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private AnnotatedText annotate(AnnotatedText text) {
        return text.with(workers.get().annotate(text.text(), text.layers()));
    }

    @Override
    public void close() throws IOException {
        pool.shutdownNow();
        inputs.close();
    }
}
