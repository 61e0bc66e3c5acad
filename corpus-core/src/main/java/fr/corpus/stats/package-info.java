/** The normal distribution and the interval of a share, for whoever tells a figure with its error. */
@NullMarked
package fr.corpus.stats;

import org.jspecify.annotations.NullMarked;
