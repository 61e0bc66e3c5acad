package fr.corpus.document;

/**
 * A document on its way through the pipeline. Immutable: a step that changes it returns another.
 *
 * @param id its identity, fixed when it is read
 * @param text its text; after {@code normalize.unicode} in NFC and free of lone surrogates
 * @param metadata what the record says of itself
 * @param provenance where it comes from
 * @param annotations layers that annotators have made
 */
public record Document(DocumentId id, String text, Metadata metadata, Provenance provenance, Annotations annotations) {

    /** A document as it is read: its id is computed from its source and text. */
    public static Document of(String text, Metadata metadata, Provenance provenance) {
        DocumentId id = DocumentId.of(provenance.source(), CanonicalText.digest(text));
        return new Document(id, text, metadata, provenance, Annotations.NONE);
    }

    /** The same document with another text; the id stays that of the text that was read. */
    public Document withText(String newText) {
        return newText.equals(text) ? this : new Document(id, newText, metadata, provenance, annotations);
    }

    /** The same document with these layers instead. */
    public Document with(Annotations layers) {
        return new Document(id, text, metadata, provenance, layers);
    }
}
