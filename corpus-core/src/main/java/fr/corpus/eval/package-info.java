/**
 * Evaluation of model outputs: {@code eval.metric} measures, {@code eval.stats} says what a measure is worth. Imports levels
 * 0 to 3.
 */
@NullMarked
package fr.corpus.eval;

import org.jspecify.annotations.NullMarked;
