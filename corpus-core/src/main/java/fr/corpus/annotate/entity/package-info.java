/**
 * Named entities: persons, places, organizations by a linear model over a chain of tokens, dates by rules; the trainer of the
 * model, the files that hold gold entities, and the figures against them. Imports {@code tag}, {@code token}, {@code
 * lexicon}, {@code model}, {@code error}, {@code hash} and below.
 */
@NullMarked
package fr.corpus.annotate.entity;

import org.jspecify.annotations.NullMarked;
