/**
 * What models answered and what became of it: the neutral output record, and the verdict or value of each metric for each item
 * (docs/formats/eval-output.md).
 */
@NullMarked
package fr.corpus.eval.format;

import org.jspecify.annotations.NullMarked;
