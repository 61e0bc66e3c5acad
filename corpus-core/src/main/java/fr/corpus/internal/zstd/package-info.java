/** Zstandard frames through zstd-jni, which no other room names except the Parquet codec and the stream readers. */
@NullMarked
package fr.corpus.internal.zstd;

import org.jspecify.annotations.NullMarked;
