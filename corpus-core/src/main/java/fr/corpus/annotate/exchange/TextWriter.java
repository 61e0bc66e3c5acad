package fr.corpus.annotate.exchange;

/** Writes annotated texts one after the other in one format. Confined to one thread. */
public interface TextWriter {

    /**
     * Appends a text.
     *
     * @throws fr.corpus.error.MalformedSourceException if the format cannot say what the layers hold
     */
    void write(AnnotatedText text);

    /** Appends what closes the file. */
    default void finish() {}
}
