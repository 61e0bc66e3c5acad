/**
 * Deciding on a document by itself: thresholds from the recipe over signals measured in {@code text}. One class a step.
 * Imports {@code step}, {@code text}, {@code document} and below.
 */
@NullMarked
package fr.corpus.filter;

import org.jspecify.annotations.NullMarked;
