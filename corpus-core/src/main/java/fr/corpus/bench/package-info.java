/**
 * A corpus of any size whose duplicates are known, for measuring speed and deduplication: a seeded grammar of French
 * sentences written for this project; and measures of reservations, their registry and their proofs. Imports {@code pipeline}
 * and below.
 */
@NullMarked
package fr.corpus.bench;

import org.jspecify.annotations.NullMarked;
