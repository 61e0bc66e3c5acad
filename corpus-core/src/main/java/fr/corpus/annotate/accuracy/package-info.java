/**
 * How right annotation is against gold CoNLL-U, as the CoNLL 2018 shared task counts it. Imports {@code conllu} and below.
 */
@NullMarked
package fr.corpus.annotate.accuracy;

import org.jspecify.annotations.NullMarked;
