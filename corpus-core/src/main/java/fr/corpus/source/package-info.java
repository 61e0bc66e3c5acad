/**
 * Where records come from: patterns, files of a source and the raw record. Imports {@code document} and below.
 */
@NullMarked
package fr.corpus.source;

import org.jspecify.annotations.NullMarked;
