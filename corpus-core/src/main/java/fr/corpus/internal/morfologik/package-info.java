/** The lexicon of French forms, read by Morfologik: the only room that names that library. */
@NullMarked
package fr.corpus.internal.morfologik;

import org.jspecify.annotations.NullMarked;
