package fr.corpus.release;

import fr.corpus.hash.Digest;
import java.util.OptionalLong;

/**
 * A file as the manifest promises it. Immutable.
 *
 * @param path relative to the release, / separators
 * @param bytes its size
 * @param sha256 its digest
 * @param rows number of rows, for files of a table
 */
public record FileEntry(String path, long bytes, Digest sha256, OptionalLong rows) {}
