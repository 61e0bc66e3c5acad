/**
 * Compares the scores of several systems on the same items: every two by paired tests, corrected over all pairs, tiers instead of
 * ranks, and what a set of items can show at all. Imports levels 0 to 3, {@code eval.score} and {@code eval.stats}.
 */
@NullMarked
package fr.corpus.eval.compare;

import org.jspecify.annotations.NullMarked;
