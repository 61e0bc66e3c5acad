/**
 * What of a text is compared with reserved works: a deterministic sample of its word sequences. Imports {@code text} and below.
 */
@NullMarked
package fr.corpus.fingerprint;

import org.jspecify.annotations.NullMarked;
