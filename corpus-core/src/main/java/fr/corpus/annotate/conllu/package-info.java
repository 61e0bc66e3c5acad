/**
 * CoNLL-U: what a sentence holds, a strict reader that says where a file is broken, and a writer that gives back what was
 * read. Imports {@code error} and below.
 */
@NullMarked
package fr.corpus.annotate.conllu;

import org.jspecify.annotations.NullMarked;
