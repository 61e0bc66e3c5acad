package fr.corpus.annotate.exchange;

/**
 * Writes annotated texts one after the other in one format: {@link #begin}, then the texts, then {@link #finish}. What is
 * written of a text depends on the text and its place only, so that several writers of one format may share the texts of a
 * file when what they wrote is put in order. Confined to one thread.
 */
public interface TextWriter {

    /** Appends what opens the file. */
    default void begin() {}

    /**
     * Appends a text.
     *
     * @throws fr.corpus.error.MalformedSourceException if the format cannot say what the layers hold
     */
    default void write(AnnotatedText text) {
        write(text, Place.WHOLE);
    }

    /**
     * Appends a piece of a text that begins and ends between two sentences, its spans counted from its own beginning. Key terms,
     * which TEI writes at the end of a text, come with no piece.
     *
     * @throws fr.corpus.error.MalformedSourceException if the format cannot say what the layers hold
     */
    void write(AnnotatedText piece, Place place);

    /** Appends what closes the file. */
    default void finish() {}
}
