/**
 * Readers: one per format, from the bytes of a file to raw records; {@link fr.corpus.read.Readers} finds the one of a
 * format. Imports {@code source} and {@code step} and below, and adapters of {@code internal}.
 */
@NullMarked
package fr.corpus.read;

import org.jspecify.annotations.NullMarked;
