/**
 * XML read as a stream, by Woodstox, with document types and entities of one's own refused. No API; imports nothing of
 * Corpus.
 */
@NullMarked
package fr.corpus.internal.xml;

import org.jspecify.annotations.NullMarked;
