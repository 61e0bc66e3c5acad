package fr.corpus.document;

import java.util.List;

/**
 * One layer of stand-off annotation. Immutable.
 *
 * @param layer name of the layer: {@code sentences}, later tokens, entities and others
 * @param spans the spans in text order; they do not overlap
 */
public record Annotation(String layer, List<Span> spans) {

    /** The layer that {@code annotate.sentences} writes. */
    public static final String SENTENCES = "sentences";

    public Annotation {
        spans = List.copyOf(spans);
    }
}
