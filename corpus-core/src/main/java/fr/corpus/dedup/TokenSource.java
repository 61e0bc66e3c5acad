package fr.corpus.dedup;

import fr.corpus.text.TokenizedText;
import java.io.IOException;

/**
 * Where the tokens of kept documents can be had a second time, cut by the tokenizer that cut them the first time. Called from
 * several threads, never twice for one unit.
 */
@FunctionalInterface
public interface TokenSource {

    /**
     * Gives the tokens of some documents of a unit, in the order asked for.
     *
     * @param unit number of the unit in the order given to {@link DuplicateIndex}
     * @param rows rows in the unit, ascending, at least one
     * @param out receives each, on the calling thread
     */
    void read(int unit, int[] rows, Sink out) throws IOException;

    /** Receives a document's tokens. */
    @FunctionalInterface
    interface Sink {
        /** The tokens may be reused by the caller after this returns. */
        void accept(int row, TokenizedText tokens) throws IOException;
    }
}
