/**
 * Metrics that equal the original tools bit for bit: BLEU, chrF and TER of sacreBLEU, ROUGE of rouge-score, answers of
 * SQuAD and its French variants, and the measures of choice, likelihood and calibration.
 *
 * <p>A {@link fr.corpus.eval.metric.Metric} turns a segment into a row of statistics; a corpus score is a function of the
 * sum of rows, so a resample needs no text. All text is read as code points. Imports {@code eval.stats}.
 */
@NullMarked
package fr.corpus.eval.metric;

import org.jspecify.annotations.NullMarked;
