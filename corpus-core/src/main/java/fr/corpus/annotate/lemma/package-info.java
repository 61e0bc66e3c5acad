/**
 * Lemmas and morphological features of a form with its part of speech: what treebanks show, then the lexicon, then rules.
 * Imports {@code lexicon}, {@code conllu}, {@code model}, {@code error} and below.
 */
@NullMarked
package fr.corpus.annotate.lemma;

import org.jspecify.annotations.NullMarked;
