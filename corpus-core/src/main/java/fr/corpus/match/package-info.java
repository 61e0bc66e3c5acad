/**
 * Finds the reservations that a document falls under: keys of the document, an index of reservations in memory, the rule that
 * decides. Imports {@code identifier}, {@code fingerprint} and below.
 */
@NullMarked
package fr.corpus.match;

import org.jspecify.annotations.NullMarked;
