package fr.corpus.source;

import java.nio.file.Path;

/**
 * One input file of a source. Immutable.
 *
 * @param source id of the source in the recipe
 * @param path where to open it
 * @param name how it is named in provenance and messages: relative to the recipe's folder, or, for an absolute pattern, to
 *     the pattern's last folder without wildcard; / separators, so that it does not depend on the machine
 * @param bytes its size on disk
 */
public record SourceFile(String source, Path path, String name, long bytes) {}
