/**
 * The log of releases: which releases were published, under which state of a registry of opt-outs, and which of them were
 * retracted. Static files beside the registry's own log, signed by a key of their own. Imports {@code optout}, {@code tlog} and
 * below, and {@code internal.json}.
 */
@NullMarked
package fr.corpus.releaselog;

import org.jspecify.annotations.NullMarked;
