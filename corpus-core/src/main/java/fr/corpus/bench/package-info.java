/**
 * A corpus of any size whose duplicates are known, for measuring speed and deduplication: a seeded grammar of French
 * sentences written for this project. Imports {@code release} and below.
 */
@NullMarked
package fr.corpus.bench;

import org.jspecify.annotations.NullMarked;
