/**
 * Parts of speech: an averaged perceptron over the form, its neighbours and what the lexicon says of them; its trainer and
 * its fast reader. Imports {@code lexicon}, {@code conllu}, {@code error}, {@code hash} and below.
 */
@NullMarked
package fr.corpus.annotate.tag;

import org.jspecify.annotations.NullMarked;
