package fr.corpus.annotate.term;

import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts lemmas with their parts of speech, document by document. Confined to one thread.
 *
 * <p>Past {@value #MOST} different ones, the rarest are forgotten: {@link Cells}.
 */
public final class LemmaCounts {

    private static final int MOST = 1 << 20;
    private static final char TAB = '\t';

    private final Cells<Cells.Cell> cells = new Cells<>(MOST, Cells.Cell::new);
    private int documents;
    private long words;

    /**
     * One lemma and how often it was met.
     *
     * @param lemma the lemma
     * @param upos its part of speech
     * @param count how often
     * @param documents in how many documents
     */
    public record Counted(String lemma, String upos, int count, int documents) {

        /** By descending count, then in order of code units. */
        static final Comparator<Counted> ORDER = Comparator.comparingInt((Counted c) -> -c.count)
                .thenComparing(Counted::lemma)
                .thenComparing(Counted::upos);
    }

    /** Adds the words of a document; those without a part of speech are not counted. */
    public void add(Annotations layers) {
        documents++;
        for (Token token : layers.tokens().orElse(List.of())) {
            for (Word word : token.words()) {
                if (Lemmas.isCounted(word)) {
                    words++;
                    cells.of(Lemmas.of(word) + TAB + word.upos()).meet(documents);
                }
            }
        }
    }

    /** All words that were counted. */
    public long words() {
        return words;
    }

    /** The lemmas by descending count, then in order of code units. */
    public List<Counted> counted() {
        List<Counted> all = new ArrayList<>(cells.size());
        cells.each((key, cell) -> {
            int tab = key.lastIndexOf(TAB);
            all.add(new Counted(key.substring(0, tab), key.substring(tab + 1), cell.count(), cell.documents()));
        });
        all.sort(Counted.ORDER);
        return all;
    }
}
