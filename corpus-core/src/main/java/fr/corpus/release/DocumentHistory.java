package fr.corpus.release;

import fr.corpus.document.DocumentId;
import java.util.List;
import java.util.Optional;

/**
 * All that a release knows of one document id, or of one record that has none. Immutable.
 *
 * @param id the document id; empty for a record of which no text could be read
 * @param released its rows in the data table: one, or several where copies were all kept
 * @param drops its rows in the drops table
 * @param copyOf its rows in the duplicates table: it is a copy of another
 * @param copies rows of the duplicates table of which it is the survivor
 */
public record DocumentHistory(
        Optional<DocumentId> id,
        List<ReleaseRow> released,
        List<DropRow> drops,
        List<DuplicateRow> copyOf,
        List<DuplicateRow> copies) {

    public DocumentHistory {
        released = List.copyOf(released);
        drops = List.copyOf(drops);
        copyOf = List.copyOf(copyOf);
        copies = List.copyOf(copies);
    }
}
