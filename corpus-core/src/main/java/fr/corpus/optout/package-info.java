/**
 * Opt-outs: who reserves which works for which uses, the log that shows when, the receipt that a person keeps, and the
 * snapshot that a build honours. Imports {@code identifier}, {@code tlog}, {@code iscc}, {@code fingerprint}, {@code read} and
 * below, and {@code internal.sql}, {@code internal.json}, {@code internal.xml}.
 */
@NullMarked
package fr.corpus.optout;

import org.jspecify.annotations.NullMarked;
