/**
 * Content codes of ISO 24138 (ISCC): similar texts and files have similar codes. Imports {@code hash} and {@code error} only.
 */
@NullMarked
package fr.corpus.iscc;

import org.jspecify.annotations.NullMarked;
