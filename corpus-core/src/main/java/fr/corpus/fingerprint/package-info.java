/**
 * What of a text is compared with reserved works: a deterministic sample of its word sequences, its Text-Code; and what a copy whose
 * text is gone is known again by. Imports {@code text}, {@code iscc} and below.
 */
@NullMarked
package fr.corpus.fingerprint;

import org.jspecify.annotations.NullMarked;
