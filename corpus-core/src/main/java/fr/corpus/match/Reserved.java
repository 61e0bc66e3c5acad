package fr.corpus.match;

import fr.corpus.identifier.KeyType;

/**
 * One reservation that a document falls under. Immutable.
 *
 * @param reservation number of the reservation in the index
 * @param by the kind of key that decided
 * @param similarity 1 for an exact key; for samples the share of the document's samples that belong to the work
 */
public record Reserved(int reservation, KeyType by, double similarity) {}
