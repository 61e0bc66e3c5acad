/** Commands of evaluation: packs, runs, scores, comparisons, contamination. */
@NullMarked
package fr.corpus.cli.command.eval;

import org.jspecify.annotations.NullMarked;
