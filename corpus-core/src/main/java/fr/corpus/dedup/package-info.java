/**
 * Duplicate detection over a whole corpus: exact (canonical text) and near (MinHash with verified Jaccard), on disk.
 *
 * <p>While units are read, {@link fr.corpus.dedup.UnitKeysWriter} keeps a few hundred bytes per document in one sorted file per
 * unit. At the barrier, {@link fr.corpus.dedup.DuplicateIndex} joins those files into {@link fr.corpus.dedup.Clusters} and chooses each
 * cluster's survivor by rights, provenance, quality and identity, never by order of files. Imports {@code step}, {@code
 * text}, {@code document} and below.
 */
@NullMarked
package fr.corpus.dedup;

import org.jspecify.annotations.NullMarked;
