/**
 * Canonical values by which works, people and places on the web are known, and the keys made of them: the common ground of
 * documents and reservations. Imports {@code document} and below.
 */
@NullMarked
package fr.corpus.identifier;

import org.jspecify.annotations.NullMarked;
