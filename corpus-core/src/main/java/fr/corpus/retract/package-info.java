/**
 * Takes documents back from a release that is published: finds what has been reserved since, writes the release that takes its
 * place, brings copies to it, attests the deletion. Imports {@code pipeline}, {@code release}, {@code releaselog} and
 * below.
 */
@NullMarked
package fr.corpus.retract;

import org.jspecify.annotations.NullMarked;
