package fr.corpus.annotate.exchange;

/**
 * A text or a piece of a long one. Immutable.
 *
 * @param text the piece; its spans are counted from its own beginning
 * @param place where it stands
 */
public record Piece(AnnotatedText text, Place place) {}
