package fr.corpus.step;

import fr.corpus.document.Annotation;

/** Adds a layer of stand-off annotation to an admitted document. Thread-safe. */
public non-sealed interface Annotator extends Step {

    /** The layer for a text, in code-point spans of exactly this text. */
    Annotation annotate(String text);
}
