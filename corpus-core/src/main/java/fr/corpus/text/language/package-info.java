/**
 * Which language a text is in: our own character n-gram model, its trainer and its evaluation. Imports {@code hash},
 * {@code error} and below.
 */
@NullMarked
package fr.corpus.text.language;

import org.jspecify.annotations.NullMarked;
