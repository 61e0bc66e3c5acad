package fr.corpus.source;

import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;

/**
 * One record as a reader gives it: at most one document comes of it. Immutable.
 *
 * @param text the extracted text, not normalized, free of lone surrogates
 * @param metadata what the record says of itself
 * @param provenance where it stands
 */
public record RawRecord(String text, Metadata metadata, Provenance provenance) {}
