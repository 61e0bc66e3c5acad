package fr.corpus.annotate.exchange;

import fr.corpus.annotate.Layer;
import fr.corpus.annotate.LayerChain;
import fr.corpus.document.Annotations;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.parallel.InOrder;
import fr.corpus.step.Annotator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives texts whole, without the layers that are made anew, and long ones without layers in pieces that have their sentences. All
 * are whole where a step looks past a sentence, or terms are wanted, which TEI writes at the end of a text. Confined to one thread
 * at a time.
 */
final class PieceSource implements InOrder.Source<Piece, IOException> {

    private final AnnotationRun.Texts texts;
    private final LayerChain chain;
    private Annotator.@Nullable Worker sentences;
    private @Nullable Cut cut;

    PieceSource(AnnotationRun.Texts texts, LayerChain chain) {
        this.texts = texts;
        this.chain = chain;
    }

    @Override
    public Optional<Piece> next() throws IOException {
        Cut open = cut;
        if (open != null) {
            Piece piece = open.next();
            cut = piece.place().isLast() ? null : open;
            return Optional.of(piece);
        }
        Optional<AnnotatedText> next = texts.next().map(text -> chain.keepsAll() ? text : text.with(Annotations.NONE));
        if (next.isEmpty() || !isCut(next.get())) {
            return next.map(text -> new Piece(text, Place.WHOLE));
        }
        cut = new Cut(next.get(), split(next.get().text()));
        return next();
    }

    private boolean isCut(AnnotatedText text) {
        return text.text().length() > AnnotationRun.PIECE_UNITS
                && text.layers().equals(Annotations.NONE)
                && chain.isBySentence()
                && !chain.layers().contains(Layer.TERMS);
    }

    private List<Span> split(String text) {
        Annotator.Worker splitter = sentences;
        if (splitter == null) {
            splitter = chain.sentences().newWorker();
            sentences = splitter;
        }
        return splitter.annotate(text, Annotations.NONE).sentences().orElseThrow();
    }

    /** A text of which pieces are left; all that stands before the first sentence and after the last goes with these. */
    private static final class Cut {

        private final AnnotatedText text;
        private final List<Span> sentences;
        private final TextOffsets offsets;
        private int sentence;
        private int codePoints;
        private int units;

        Cut(AnnotatedText text, List<Span> sentences) {
            this.text = text;
            this.sentences = sentences;
            offsets = new TextOffsets(text.text());
        }

        Piece next() {
            int first = sentence;
            int before = codePoints;
            int from = units;
            while (sentence < sentences.size() && units - from < AnnotationRun.PIECE_UNITS) {
                sentence++;
                codePoints =
                        sentence < sentences.size() ? sentences.get(sentence).start() : codePoints;
                units = sentence < sentences.size()
                        ? offsets.unitsOf(codePoints)
                        : text.text().length();
            }
            boolean isLast = sentence >= sentences.size();
            List<Span> own = sentences.subList(first, sentence).stream()
                    .map(span -> new Span(span.start() - before, span.end() - before))
                    .toList();
            AnnotatedText piece = new AnnotatedText(
                    text.id(),
                    text.text().substring(from, isLast ? text.text().length() : units),
                    Annotations.NONE.withSentences(own));
            return new Piece(piece, new Place(first, before, first == 0, isLast));
        }
    }
}
