/**
 * Proofs over the keys of a release: what is in it, and what is not. Imports {@code tlog}, {@code hash} and {@code error}.
 */
@NullMarked
package fr.corpus.proof;

import org.jspecify.annotations.NullMarked;
