/** One class of ours inside Parquet’s package, see {@link org.apache.parquet.CorpusReadOptions}. */
package org.apache.parquet;
