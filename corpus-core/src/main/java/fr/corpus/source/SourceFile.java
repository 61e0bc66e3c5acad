package fr.corpus.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One input file of a source, or a folder whose files are the pages of one document. Immutable.
 *
 * @param source id of the source in the recipe
 * @param path where to open it
 * @param name how it is named in provenance and messages: relative to the recipe's folder, or, for an absolute pattern, to
 *     the pattern's last folder without wildcard; / separators, so that it does not depend on the machine
 * @param bytes its size on disk; of a folder that of its files
 */
public record SourceFile(String source, Path path, String name, long bytes) {

    /** A folder with the size of the files directly in it. */
    static SourceFile folder(String source, Path path, String name) throws IOException {
        long bytes = 0;
        for (Path file : files(path)) {
            bytes += Files.size(file);
        }
        return new SourceFile(source, path, name, bytes);
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return Files.isDirectory(path);
    }

    /**
     * When it was last changed, in milliseconds since 1970; of a folder when one of its files was, or when one came or went.
     *
     * @throws IOException if that cannot be read
     */
    public long lastModifiedMillis() throws IOException {
        long last = Files.getLastModifiedTime(path).toMillis();
        if (isFolder()) {
            for (Path file : files(path)) {
                last = Math.max(last, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return last;
    }

    /** The regular files directly in a folder. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
