/**
 * Parts of speech: a logistic regression over the form, its neighbours and what the lexicon says of them, a second look at tags in
 * doubt, their trainer and their fast reader. Imports {@code lexicon}, {@code conllu}, {@code error}, {@code hash} and below.
 */
@NullMarked
package fr.corpus.annotate.tag;

import org.jspecify.annotations.NullMarked;
