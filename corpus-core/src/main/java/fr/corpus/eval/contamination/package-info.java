/**
 * Whether the items of an evaluation stand in a corpus: each part of an item against the index of a release, the documents that have
 * it and their rights, the scores of clean and exposed items. Imports levels 0 to 3, {@code eval.pack}, {@code eval.stats}, {@code
 * search} and {@code release}.
 */
@NullMarked
package fr.corpus.eval.contamination;

import org.jspecify.annotations.NullMarked;
