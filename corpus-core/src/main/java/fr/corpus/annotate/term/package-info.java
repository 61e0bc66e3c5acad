/**
 * What a corpus speaks of: keywords, lemmas that it uses more than a reference does, and terms of several words. Imports
 * {@code document}, {@code annotate.model} and below.
 */
@NullMarked
package fr.corpus.annotate.term;

import org.jspecify.annotations.NullMarked;
