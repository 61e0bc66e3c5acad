/** The file that a learnt model is kept in: kind, version, seed, body, digest. Imports {@code hash}, {@code error}. */
@NullMarked
package fr.corpus.annotate.model;

import org.jspecify.annotations.NullMarked;
