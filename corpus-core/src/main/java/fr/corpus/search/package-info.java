/**
 * Asks releases whether something is in them: an index of their words, derived and rebuildable, their keys, or a pass over their
 * rows. Nothing here uses a network. Imports {@code fingerprint} and below, along drawn arrows {@code release}, {@code proof},
 * {@code match} and {@code optout}, and {@code internal.lucene}.
 */
@NullMarked
package fr.corpus.search;

import org.jspecify.annotations.NullMarked;
