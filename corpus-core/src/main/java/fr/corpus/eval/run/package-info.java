/**
 * Puts the items of a pack to a model behind a server of OpenAI’s interface, resumably, and keeps what was asked and answered in a
 * directory (docs/formats/eval-run.md).
 */
@NullMarked
package fr.corpus.eval.run;

import org.jspecify.annotations.NullMarked;
