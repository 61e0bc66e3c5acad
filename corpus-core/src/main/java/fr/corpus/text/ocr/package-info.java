/**
 * How well a French text was recognized, told apart from old spelling; the reading in modern letters beside it. Imports
 * {@code error}, {@code hash}, {@code internal.morfologik}.
 */
@NullMarked
package fr.corpus.text.ocr;

import org.jspecify.annotations.NullMarked;
