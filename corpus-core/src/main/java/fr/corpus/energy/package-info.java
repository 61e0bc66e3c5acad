/**
 * Energy of a run on this machine, measured where it has counters, otherwise estimated and said so; energy of the answers of language
 * models, estimated by a published formula. Imports {@code error}, {@code hash} and the reader of JSON only.
 */
@NullMarked
package fr.corpus.energy;

import org.jspecify.annotations.NullMarked;
