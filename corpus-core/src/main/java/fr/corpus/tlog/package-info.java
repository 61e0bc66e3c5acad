/**
 * Transparency log: Merkle trees, proofs, signed notes, checkpoints, tiles (RFC 6962, C2SP). Imports {@code hash} and {@code
 * error} only.
 */
@NullMarked
package fr.corpus.tlog;

import org.jspecify.annotations.NullMarked;
