/**
 * Readers: one per format, from the bytes of a file to raw records. Imports {@code source} and below.
 */
@NullMarked
package fr.corpus.read;

import org.jspecify.annotations.NullMarked;
