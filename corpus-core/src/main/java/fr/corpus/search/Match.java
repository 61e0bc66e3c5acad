package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.Origin;
import java.util.Comparator;
import java.util.Optional;

/**
 * One way in which a document was found. Immutable.
 *
 * @param kind the way
 * @param asked what was asked for: a key, a phrase, a title; empty for a work
 * @param likeness how alike the document, or its copy, and a work are, where they are not the same
 * @param copy the copy on which it was found: one that was left out in favour of the document; empty if on the document itself
 * @param passage where it is to be seen; the text of a copy is gone, so of one the beginning of the document
 */
public record Match(MatchKind kind, String asked, Likeness likeness, Optional<Copy> copy, Passage passage) {

    /** What is found on the document itself, and not by how alike it is. */
    Match(MatchKind kind, String asked, Passage passage) {
        this(kind, asked, Likeness.NONE, Optional.empty(), passage);
    }

    /** How much they have in common, for near-duplicates and quotations found by samples. */
    public Optional<Shares> shares() {
        return likeness.shares();
    }

    /**
     * How alike a document and a work are. Immutable.
     *
     * @param shares by samples of their word sequences
     * @param code share of the bits in which their Text-Codes agree, 0.75 to 1, for near-duplicates that were found by it
     */
    public record Likeness(Optional<Shares> shares, Optional<Double> code) {

        /** They are the same, or are not compared. */
        public static final Likeness NONE = new Likeness(Optional.empty(), Optional.empty());

        static Likeness of(Shares shares) {
            return new Likeness(Optional.of(shares), Optional.empty());
        }

        static Likeness ofCode(double similarity) {
            return new Likeness(Optional.empty(), Optional.of(similarity));
        }
    }

    /**
     * A copy that was left out of the release. Immutable.
     *
     * @param id its document id
     * @param origin where its record stands
     * @param uri its address, empty if unknown
     */
    public record Copy(DocumentId id, Origin origin, Optional<String> uri) {

        static final Comparator<Copy> ORDER = Comparator.comparing(Copy::id).thenComparing(Copy::origin, Origin.ORDER);

        static Copy of(DuplicateRow row) {
            return new Copy(row.member(), row.origin(), row.traces().uri());
        }
    }

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

        /** The way in which a document that has so much in common with a work is said to be found. */
        MatchKind kind() {
            return resemblance() >= ReleaseSearch.NEAR_RESEMBLANCE ? MatchKind.NEAR_DUPLICATE : MatchKind.QUOTATION;
        }
    }
}
