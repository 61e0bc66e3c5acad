/**
 * What reservations would take out of a release, before they are accepted, and which of them are too broad to be taken on
 * somebody's word. Imports {@code release}, {@code match}, {@code optout} and below.
 */
@NullMarked
package fr.corpus.impact;

import org.jspecify.annotations.NullMarked;
