package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;

/**
 * A text with its layers. Immutable.
 *
 * @param id its name, without line ends
 * @param text the text
 * @param layers what is said of it
 */
public record AnnotatedText(String id, String text, Annotations layers) {

    /** Fails where a span passes the end of the text. */
    public AnnotatedText {
        if (layers.end() > text.codePointCount(0, text.length())) {
            throw new IllegalArgumentException(id + ": a span passes the end of the text");
        }
        id = id.replaceAll("\\R", " ").strip();
    }

    /** The same text with these layers instead. */
    public AnnotatedText with(Annotations others) {
        return new AnnotatedText(id, text, others);
    }
}
