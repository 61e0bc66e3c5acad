package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.release.ReleaseRow;
import java.util.List;

/**
 * A document of a release that was found. Immutable.
 *
 * @param row the document as it is released: source, licence under which it was admitted, credit line
 * @param matches the ways in which it was found, the surest first, at least one
 */
public record Hit(ReleaseRow row, List<Match> matches) {

    public Hit {
        matches = List.copyOf(matches);
    }

    /** Its id. */
    public DocumentId id() {
        return row.id();
    }
}
