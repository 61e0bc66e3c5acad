package fr.corpus.source;

import fr.corpus.error.EngineException;
import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From the patterns of a recipe to the files that they mean. Thread-safe.
 *
 * <p>A pattern is a path whose segments may have wildcards: {@code *} and {@code ?} within a segment, {@code **} over
 * any number of folders, none too, {@code [a-z]} and {@code [!a-z]}, {@code {xml,tei}}; a backslash takes the next character as it is. A name
 * that starts with a dot is only matched by a pattern that has the dot too, except by a pattern without wildcards. A pattern
 * that ends in a slash means folders in which there are files, each for one document.
 */
public final class SourceFiles {

    private SourceFiles() {}

    /**
     * All files that the patterns match, each once, sorted by name in the order of UTF-16 units, which no machine or
     * file system changes. Symbolic links are followed; loops end.
     *
     * @param recipeDirectory where relative patterns start
     * @param sourceId id of the source in the recipe
     * @throws RecipeException if a pattern is ill-formed, matches nothing, or names a folder
     * @throws EngineException if a file or folder on the way cannot be read
     */
    public static List<SourceFile> expand(Path recipeDirectory, String sourceId, List<String> patterns) {
        Map<String, SourceFile> byName = new TreeMap<>();
        Map<Path, String> byPath = new TreeMap<>();
        for (String pattern : patterns) {
            List<SourceFile> found = new ArrayList<>();
            PathPattern parsed = PathPattern.parse(sourceId, pattern);
            if (parsed.isLiteral()) {
                found.add(literal(recipeDirectory, sourceId, parsed));
            } else {
                walk(recipeDirectory, sourceId, parsed, found);
            }
            if (found.isEmpty()) {
                throw new RecipeException(UserMessage.of(
                        "source.no-match",
                        sourceId,
                        pattern,
                        parsed.base(recipeDirectory).toString()));
            }
            found.sort(Comparator.comparing(SourceFile::name));
            for (SourceFile file : found) {
                add(file, byName, byPath);
            }
        }
        return List.copyOf(byName.values());
    }

    private static void add(SourceFile file, Map<String, SourceFile> byName, Map<Path, String> byPath) {
        Path real = real(file);
        if (byPath.putIfAbsent(real, file.name()) != null) {
            return;
        }
        SourceFile other = byName.putIfAbsent(file.name(), file);
        if (other != null) {
            throw new RecipeException(UserMessage.of(
                    "source.same-name",
                    file.source(),
                    file.name(),
                    other.path().toString(),
                    file.path().toString()));
        }
    }

    private static Path real(SourceFile file) {
        try {
            return file.path().toRealPath();
        } catch (IOException e) {
            throw unreadable(file.source(), file.path(), e);
        }
    }

    private static SourceFile literal(Path recipeDirectory, String sourceId, PathPattern pattern) {
        Path path = pattern.base(recipeDirectory);
        boolean folder = Files.isDirectory(path);
        if (folder && !pattern.isOfFolders()) {
            throw new RecipeException(UserMessage.of("source.is-folder", sourceId, pattern.text(), path.toString()));
        }
        if (folder != pattern.isOfFolders() || Files.notExists(path)) {
            throw new RecipeException(UserMessage.of("source.no-match", sourceId, pattern.text(), path.toString()));
        }
        return file(sourceId, path, pattern.literalName());
    }

    private static SourceFile file(String sourceId, Path path, String name) {
        try {
            if (!Files.isReadable(path)) {
                throw new EngineException(UserMessage.of("source.unreadable", sourceId, path.toString()));
            }
            return Files.isDirectory(path)
                    ? SourceFile.folder(sourceId, path, name)
                    : new SourceFile(sourceId, path, name, Files.size(path));
        } catch (IOException e) {
            throw unreadable(sourceId, path, e);
        }
    }

    private static EngineException unreadable(String sourceId, Path path, IOException cause) {
        return new EngineException(UserMessage.of("source.unreadable", sourceId, path.toString()), cause);
    }

    private static void walk(Path recipeDirectory, String sourceId, PathPattern pattern, List<SourceFile> found) {
        Path base = pattern.base(recipeDirectory);
        if (!Files.isDirectory(base)) {
            throw new RecipeException(UserMessage.of("source.no-folder", sourceId, pattern.text(), base.toString()));
        }
        try {
            Files.walkFileTree(
                    base,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    pattern.maxDepth(),
                    new Visitor(base, sourceId, pattern, found));
        } catch (IOException e) {
            throw unreadable(sourceId, base, e);
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path base;
        private final String sourceId;
        private final PathPattern pattern;
        private final List<SourceFile> found;

        Visitor(Path base, String sourceId, PathPattern pattern, List<SourceFile> found) {
            this.base = base;
            this.sourceId = sourceId;
            this.pattern = pattern;
            this.found = found;
        }

        private String relative(Path path) {
            return base.relativize(path).toString().replace('\\', '/');
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            boolean wanted = pattern.isOfFolders() && !directory.equals(base) && pattern.matches(relative(directory));
            if (wanted && !SourceFile.files(directory).isEmpty()) {
                found.add(file(sourceId, directory, pattern.name(relative(directory))));
            }
            return directory.equals(base) || pattern.mayContinueIn(relative(directory))
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!pattern.isOfFolders() && attributes.isRegularFile() && pattern.matches(relative(path))) {
                found.add(file(sourceId, path, pattern.name(relative(path))));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            if (failure instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            if (pattern.matches(relative(path)) || pattern.mayContinueIn(relative(path)) && Files.isDirectory(path)) {
                throw unreadable(sourceId, path, failure);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
