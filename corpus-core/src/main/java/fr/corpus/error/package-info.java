/**
 * Failures by who must act, and where in the input they were found. Imports nothing of Corpus.
 */
@NullMarked
package fr.corpus.error;

import org.jspecify.annotations.NullMarked;
