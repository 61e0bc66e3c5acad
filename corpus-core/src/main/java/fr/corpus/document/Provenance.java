package fr.corpus.document;

import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Digest;

/**
 * Where a document comes from. Immutable.
 *
 * @param source id of the source in the recipe
 * @param sourceId the record's own id, else {@code file#ordinal} with the ordinal from 0
 * @param location the file, relative to the recipe or to the source's folder, and the place in it
 * @param reader the reader and its version, for instance {@code jsonl@1}; behind semicolons what it, and steps that take
 *     something out of the text, have to say of this document: {@code alto@1;pages=4;page-numbers=4}
 * @param rawDigest SHA-256 of the record's bytes as they stand in the decompressed file; of the whole file where a file
 *     is one record
 */
public record Provenance(String source, String sourceId, SourceLocation location, String reader, Digest rawDigest) {

    /** The same with other words about its reading. */
    public Provenance withReader(String other) {
        return new Provenance(source, sourceId, location, other, rawDigest);
    }
}
