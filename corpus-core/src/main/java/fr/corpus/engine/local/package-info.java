/**
 * The local engine: runs a pipeline on all cores of one machine, resumable and with the same bytes for any number of threads.
 */
@NullMarked
package fr.corpus.engine.local;

import org.jspecify.annotations.NullMarked;
