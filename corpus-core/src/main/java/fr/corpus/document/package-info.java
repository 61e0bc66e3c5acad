/**
 * The one carrier of the pipeline, {@link fr.corpus.document.Document}, and its parts. Imports {@code error} and {@code hash}.
 */
@NullMarked
package fr.corpus.document;

import org.jspecify.annotations.NullMarked;
