package fr.corpus.document;

/**
 * A half-open range of a document's text, in Unicode code points. Immutable.
 *
 * @param start first code point, from 0
 * @param end code point after the last, at least {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("need 0 <= start <= end, got " + start + ", " + end);
        }
    }
}
