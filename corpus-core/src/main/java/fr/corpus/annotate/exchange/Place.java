package fr.corpus.annotate.exchange;

/**
 * Where a piece of a text stands in the whole. Immutable.
 *
 * @param sentences number of sentences before it
 * @param codePoints number of code points before it
 * @param isFirst whether the text begins with it
 * @param isLast whether the text ends with it
 */
public record Place(int sentences, int codePoints, boolean isFirst, boolean isLast) {

    /** A text in one piece. */
    public static final Place WHOLE = new Place(0, 0, true, true);
}
