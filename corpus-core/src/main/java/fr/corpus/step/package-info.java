/**
 * The shapes of a pipeline step and what a step answers. Imports {@code document}, {@code text} and below.
 */
@NullMarked
package fr.corpus.step;

import org.jspecify.annotations.NullMarked;
