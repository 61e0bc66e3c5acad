/**
 * Surface tokens of French as Universal Dependencies cut them, and the words that contractions stand for. Imports {@code
 * document} and below.
 */
@NullMarked
package fr.corpus.annotate.token;

import org.jspecify.annotations.NullMarked;
