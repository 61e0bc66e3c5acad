package fr.corpus.search;

import java.util.Optional;

/**
 * One way in which a document was found. Immutable.
 *
 * @param kind the way
 * @param asked what was asked for: a key, a phrase, a title; empty for a work
 * @param shares how much the document and the work have in common, for near-duplicates and quotations
 * @param passage where it is to be seen
 */
public record Match(MatchKind kind, String asked, Optional<Shares> shares, Passage passage) {

    /**
     * How much a document and a work have in common, by samples of their word sequences. Immutable.
     *
     * @param common different samples that both have
     * @param work different samples of the work
     * @param document different samples of the document
     */
    public record Shares(int common, int work, int document) {

        /** How much of the work is in the document, 0 to 1. */
        public double ofWork() {
            return work == 0 ? 0 : (double) common / work;
        }

        /** How much of the document is from the work, 0 to 1. */
        public double ofDocument() {
            return document == 0 ? 0 : (double) common / document;
        }

        /** What both have among what either has, 0 to 1 (Jaccard). */
        public double resemblance() {
            int either = work + document - common;
            return either == 0 ? 0 : (double) common / either;
        }
    }
}
