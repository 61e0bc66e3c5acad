/**
 * How a corpus is written: length of sentences and words, readability, lexical diversity, growth of the vocabulary. Imports {@code
 * annotate.term} and below.
 */
@NullMarked
package fr.corpus.annotate.profile;

import org.jspecify.annotations.NullMarked;
