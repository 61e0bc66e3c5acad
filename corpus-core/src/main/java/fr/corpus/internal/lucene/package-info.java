/**
 * Lucene, and nothing else of ours: an index of the words of documents by place. Words come as bytes from outside; what a word
 * is, and which documents there are, is not decided here. Imports {@code error} and its library.
 */
@NullMarked
package fr.corpus.internal.lucene;

import org.jspecify.annotations.NullMarked;
