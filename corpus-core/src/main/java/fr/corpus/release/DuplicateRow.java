package fr.corpus.release;

import fr.corpus.document.DocumentId;
import fr.corpus.fingerprint.CopyTraces;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the {@code duplicates} table: a member of a cluster of which another member was kept. Immutable.
 *
 * @param cluster id of the cluster: the smallest document id among its members
 * @param member the member's document id
 * @param origin where its record stands
 * @param survivor the member that was kept; it may have been withheld later
 * @param match how they are alike
 * @param license the licence that the record or its source declares
 * @param traces what the copy can be known again by
 */
public record DuplicateRow(
        DocumentId cluster,
        DocumentId member,
        Origin origin,
        Survivor survivor,
        Match match,
        Optional<String> license,
        CopyTraces traces) {

    /** The order of the table: member, then origin, then survivor; texts by code point. */
    public static final Comparator<DuplicateRow> ORDER = Comparator.comparing(DuplicateRow::member)
            .thenComparing(DuplicateRow::origin, Origin.ORDER)
            .thenComparing(row -> row.survivor().id())
            .thenComparing(row -> row.survivor().sourceId(), CodePointOrder.INSTANCE);

    /**
     * The member that was kept. Immutable.
     *
     * @param id its document id
     * @param sourceId its source id; two exact duplicates of one source have the same document id
     */
    public record Survivor(DocumentId id, String sourceId) {}

    /**
     * How a member is like its survivor. Immutable.
     *
     * @param kind exact or near
     * @param similarity Jaccard similarity of the shingles of the member and its survivor, 0 to 1; NaN where the recipe does
     *     not verify pairs. A member that joined through a third may be less like the survivor than the threshold
     */
    public record Match(Kind kind, double similarity) {

        public Match {
            if (similarity < 0 || similarity > 1) {
                throw new IllegalArgumentException("similarity " + similarity);
            }
        }
    }

    /** Kinds of duplicate. */
    public enum Kind {
        /** The same canonical text. */
        EXACT,
        /** Much the same words. */
        NEAR;

        /** Its word in the table. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of a word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind parse(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of duplicate \"" + word + "\"");
        }
    }
}
