/**
 * Parquet files through Parquet-MR, without Hadoop at run time: columns, writing and reading of rows. No API. Imports {@code
 * hash} and {@code org.apache.parquet} only.
 */
@NullMarked
package fr.corpus.internal.parquet;

import org.jspecify.annotations.NullMarked;
