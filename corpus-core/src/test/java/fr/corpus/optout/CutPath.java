package fr.corpus.optout;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of the default file system, of which writes pass a fuse. */
record CutPath(CutFileSystem system, Path real) implements Path {

    private Path cut(Path path) {
        return new CutPath(system, path);
    }

    private @Nullable Path cutOrNull(@Nullable Path path) {
        return path == null ? null : cut(path);
    }

    static Path real(Path path) {
        return path instanceof CutPath cut ? cut.real() : path;
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return cutOrNull(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return cutOrNull(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return cutOrNull(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return cut(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return cut(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
        return cut(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return cut(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return cut(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return cut(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return cut(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
