/**
 * French of old prints and scans: the modern form of an old spelling, words that a line end divides, lines that belong to the page and
 * not to the text, columns that were read across. Pure functions over a text and the lexicon.
 */
@NullMarked
package fr.corpus.text.heritage;

import org.jspecify.annotations.NullMarked;
