package fr.corpus.cli.bench;

/**
 * One document of the generated corpus. Immutable.
 *
 * @param id its id: {@code d} and its number
 * @param text its text
 * @param original id of the document that it repeats, its own when it repeats none
 * @param kind what it is, {@code original}, {@code exact}, {@code near} or {@code noise}
 * @param jaccard Jaccard similarity with the original of the sets of five successive lower-cased words, 1 for an original
 */
record GeneratedDocument(String id, String text, String original, Kind kind, double jaccard) {

    /** What a document is. */
    enum Kind {
        /** A text of its own. */
        ORIGINAL,
        /** The same text as its original. */
        EXACT,
        /** Its original with some sentences replaced. */
        NEAR,
        /** A menu, a refrain, a fragment, a bad scan: what filters are for. */
        NOISE
    }
}
