/**
 * Bytes of files, decompressed: gzip, zstd, bzip2 and xz by their magic bytes. No API; imports {@code error} and the
 * compression libraries.
 */
@NullMarked
package fr.corpus.internal.io;

import org.jspecify.annotations.NullMarked;
