/**
 * Bytes of files: decompressed (gzip, zstd, bzip2 and xz by their magic bytes) and checked as UTF-8. No API; imports
 * {@code error} and the compression libraries, which nothing else names.
 */
@NullMarked
package fr.corpus.internal.io;

import org.jspecify.annotations.NullMarked;
