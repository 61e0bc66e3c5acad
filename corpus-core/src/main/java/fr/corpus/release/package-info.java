/**
 * Releases: the three tables, their canonical JSON and Merkle roots, the manifest, writing, reading, verifying and comparing
 * a release directory ({@code docs/formats/release.md}). Imports {@code step}, {@code text}, {@code license}, {@code tlog}
 * and below, {@code internal.parquet} and {@code internal.json}.
 */
@NullMarked
package fr.corpus.release;

import org.jspecify.annotations.NullMarked;
