/**
 * Scanned pages as recognition and transcription write them, ALTO and PAGE XML, read from an XML cursor into blocks and lines and
 * laid out as text. Imports {@code internal.xml} only; readers import it.
 */
@NullMarked
package fr.corpus.read.page;

import org.jspecify.annotations.NullMarked;
