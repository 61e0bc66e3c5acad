package fr.corpus.release;

import fr.corpus.document.DocumentId;
import java.util.List;
import java.util.Optional;

/** What happened to one document between two releases. Immutable. */
public sealed interface Change {

    /**
     * A document without its text.
     *
     * @param id its id
     * @param origin where its record stands
     * @param title its title
     * @param chars length of its text in code points
     */
    record Summary(DocumentId id, Origin origin, Optional<String> title, int chars) {
        static Summary of(ReleaseRow row) {
            return new Summary(row.id(), row.origin(), row.document().metadata().title(), row.chars());
        }
    }

    /**
     * The later release has it, the earlier has not.
     *
     * @param document the document
     * @param before what it was in the earlier release
     */
    record Entered(Summary document, Fate before) implements Change {}

    /**
     * The earlier release has it, the later has not.
     *
     * @param document the document
     * @param after what it is in the later release
     */
    record Left(Summary document, Fate after) implements Change {}

    /**
     * Both have it, not alike.
     *
     * @param document the document in the later release
     * @param columns the columns that differ, in the order of the table
     */
    record Changed(Summary document, List<String> columns) implements Change {}

    /** What a document is in a release that does not publish it. */
    sealed interface Fate {

        /** One word for it: dropped, withheld, malformed, duplicate, edited, absent. */
        default String word() {
            if (this instanceof Rejected rejected) {
                return rejected.row().outcome().word();
            }
            return this instanceof Copy ? "duplicate" : this instanceof Edited ? "edited" : "absent";
        }

        /** It was dropped, withheld or malformed. */
        record Rejected(DropRow row) implements Fate {}

        /** Another copy was kept. */
        record Copy(DuplicateRow row) implements Fate {}

        /** Its record is there with another text, so under another id. */
        record Edited(DocumentId other) implements Fate {}

        /** The release knows nothing of it: no source gave it. */
        record Absent() implements Fate {}
    }
}
