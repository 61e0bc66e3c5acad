package fr.corpus.document;

/**
 * A labelled half-open range of a text in code points: a named entity or an occurrence of a key term. Immutable.
 *
 * @param start first code point
 * @param end code point after the last, above {@code start}
 * @param label what it is, not empty: {@code PER}, {@code LOC}; the term
 */
public record Mention(int start, int end, String label) {

    public Mention {
        if (start < 0 || end <= start || label.isEmpty()) {
            throw new IllegalArgumentException("need 0 <= start < end and a label, got " + start + ", " + end);
        }
    }
}
