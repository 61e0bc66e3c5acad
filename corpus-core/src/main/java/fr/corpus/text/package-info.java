/**
 * Measuring text: tokens, signals, typography, language. Pure functions; decides nothing. Imports {@code document} and below.
 */
@NullMarked
package fr.corpus.text;

import org.jspecify.annotations.NullMarked;
