/**
 * What a score is worth: intervals, paired tests, corrections for many comparisons, smallest effect that can be seen, tiers
 * and strengths from duels. Works on numbers only and imports nothing but {@code error} and {@code stats}. All randomness comes from a
 * seed.
 */
@NullMarked
package fr.corpus.eval.stats;

import org.jspecify.annotations.NullMarked;
