/** Threads that share one piece of work, end together, and hand on what went wrong. */
@NullMarked
package fr.corpus.parallel;

import org.jspecify.annotations.NullMarked;
