package fr.corpus.step;

/** Settings of a deduplication step; the work itself, which sees all documents, is done by {@code dedup}. */
public non-sealed interface Deduplicator extends Step {}
