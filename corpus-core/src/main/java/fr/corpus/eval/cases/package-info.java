/**
 * Many small sets scored in one process: one JSON object a line in, one a line out (docs/formats/evaluation-cases.md). Imports {@code
 * eval.metric}.
 */
@NullMarked
package fr.corpus.eval.cases;

import org.jspecify.annotations.NullMarked;
