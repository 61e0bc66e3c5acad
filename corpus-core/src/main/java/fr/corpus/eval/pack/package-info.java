/**
 * Evaluation packs: the format, its reader, items, prompts, rules of extraction, rights, and the catalogue of the packs that
 * the library carries or knows how to read from an official file (docs/formats/eval-pack.md).
 */
@NullMarked
package fr.corpus.eval.pack;

import org.jspecify.annotations.NullMarked;
