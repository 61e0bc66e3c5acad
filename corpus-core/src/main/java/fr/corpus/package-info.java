/** The front door of the library: {@link fr.corpus.Corpus}. May import every public room. */
@NullMarked
package fr.corpus;

import org.jspecify.annotations.NullMarked;
