package fr.corpus.source;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import java.util.List;

/**
 * One record as a reader gives it: at most one document comes of it. Immutable.
 *
 * @param text the extracted text, not normalized, free of lone surrogates
 * @param metadata what the record says of itself
 * @param provenance where it stands
 * @param unreadableIdentifiers identifiers that it states and that are none: scheme, colon, what is written
 */
public record RawRecord(String text, Metadata metadata, Provenance provenance, List<String> unreadableIdentifiers) {

    public RawRecord {
        unreadableIdentifiers = List.copyOf(unreadableIdentifiers);
    }

    /** A record whose identifiers, if it states any, are all right. */
    public RawRecord(String text, Metadata metadata, Provenance provenance) {
        this(text, metadata, provenance, List.of());
    }
}
