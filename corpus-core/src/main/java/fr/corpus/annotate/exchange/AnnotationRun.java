package fr.corpus.annotate.exchange;

import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import fr.corpus.parallel.InOrder;
import fr.corpus.step.Annotator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Annotates texts in several threads and hands on, in their order, what is made of them. Immutable, thread-safe. What comes out
 * depends on the texts and the chain, not on the threads.
 *
 * @param chain the steps
 * @param threads from 1
 */
public record AnnotationRun(LayerChain chain, int threads) {

    private static final String NAME = "annotate";

    /** Texts of more UTF-16 units than this are annotated in pieces of about as many. */
    static final int PIECE_UNITS = 1 << 17;

    /** Gives texts, one after the other. */
    @FunctionalInterface
    public interface Texts extends InOrder.Source<AnnotatedText, IOException> {

        @Override
        Optional<AnnotatedText> next() throws IOException;
    }

    /** Annotates each text as a whole. */
    public void texts(Texts texts, InOrder.Taker<AnnotatedText, IOException> taker) throws IOException {
        InOrder.<AnnotatedText, AnnotatedText, IOException>run(
                threads,
                NAME,
                texts,
                () -> {
                    Annotator.Worker worker = chain.newWorker();
                    return text -> text.with(worker.annotate(text.text(), text.layers()));
                },
                taker);
    }

    /**
     * Annotates texts, long ones in pieces that begin and end between two sentences, and makes something of each in the same
     * thread. The layers are those of {@link #texts}.
     *
     * @param makers gives what makes it to each thread
     */
    public <R> void pieces(
            Texts texts, Supplier<? extends Function<Piece, R>> makers, InOrder.Taker<R, IOException> taker)
            throws IOException {
        InOrder.<Piece, R, IOException>run(
                threads, NAME, new PieceSource(texts, chain), () -> new PieceWork<>(chain, makers.get()), taker);
    }

    private static final class PieceWork<R> implements InOrder.Work<Piece, R, IOException> {

        private final Annotator.Worker sentences;
        private final Annotator.Worker others;
        private final Function<Piece, R> maker;

        PieceWork(LayerChain chain, Function<Piece, R> maker) {
            sentences = chain.sentences().newWorker();
            others = chain.afterSentences().newWorker();
            this.maker = maker;
        }

        /** Sentences that a piece has are those of its text, or were cut by {@link PieceSource}. */
        @Override
        public R of(Piece piece) {
            AnnotatedText text = piece.text();
            Annotations layers = text.layers().sentences().isPresent()
                    ? text.layers()
                    : sentences.annotate(text.text(), text.layers());
            return maker.apply(new Piece(text.with(others.annotate(text.text(), layers)), piece.place()));
        }
    }
}
