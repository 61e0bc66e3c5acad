/**
 * Adding stand-off layers to admitted documents, one class a step. Imports {@code step}, {@code text}, {@code document} and
 * below.
 */
@NullMarked
package fr.corpus.annotate;

import org.jspecify.annotations.NullMarked;
