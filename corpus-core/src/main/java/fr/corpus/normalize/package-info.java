/**
 * Normalizing texts: one class per step. They rewrite signs, never words. Imports {@code text}, {@code step} and below.
 */
@NullMarked
package fr.corpus.normalize;

import org.jspecify.annotations.NullMarked;
