package fr.corpus.optout;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The default file system, on which a process is killed before one of its writes, or right after a renaming or a deletion. */
final class CutFileSystem extends FileSystem {

    private static final FileSystem REAL = FileSystems.getDefault();
    private static final Set<StandardOpenOption> WRITES = EnumSet.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final PowerCut.Fuse fuse;
    private final FileSystemProvider provider = new Provider();

    CutFileSystem(PowerCut.Fuse fuse) {
        this.fuse = fuse;
    }

    Path of(Path real) {
        return new CutPath(this, real);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return REAL.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return REAL.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return REAL.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return REAL.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return of(REAL.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        return REAL.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return REAL.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    /** Does what the real one does, through the fuse. */
    private final class Provider extends FileSystemProvider {

        private final FileSystemProvider real = REAL.provider();

        @Override
        public String getScheme() {
            return "cut";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return CutFileSystem.this;
        }

        @Override
        public Path getPath(URI uri) {
            return of(real.getPath(uri));
        }

        private void pass(Set<? extends OpenOption> options) {
            if (options.stream().anyMatch(WRITES::contains)) {
                fuse.pass();
            }
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            pass(options);
            return real.newByteChannel(CutPath.real(path), options, attributes);
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            pass(options);
            return real.newFileChannel(CutPath.real(path), options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            DirectoryStream<Path> entries =
                    real.newDirectoryStream(CutPath.real(directory), path -> filter.accept(of(path)));
            return new DirectoryStream<>() {
                @Override
                public Iterator<Path> iterator() {
                    Iterator<Path> each = entries.iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return each.hasNext();
                        }

                        @Override
                        public Path next() {
                            return of(each.next());
                        }
                    };
                }

                @Override
                public void close() throws IOException {
                    entries.close();
                }
            };
        }

        @Override
        public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
            fuse.pass();
            real.createDirectory(CutPath.real(directory), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            fuse.pass();
            real.delete(CutPath.real(path));
            fuse.pass();
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            fuse.pass();
            real.copy(CutPath.real(source), CutPath.real(target), options);
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            fuse.pass();
            real.move(CutPath.real(source), CutPath.real(target), options);
            fuse.pass();
        }

        @Override
        public boolean isSameFile(Path path, Path other) throws IOException {
            return real.isSameFile(CutPath.real(path), CutPath.real(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return real.isHidden(CutPath.real(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return real.getFileStore(CutPath.real(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            real.checkAccess(CutPath.real(path), modes);
        }

        @Override
        public <V extends FileAttributeView> @Nullable V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return real.getFileAttributeView(CutPath.real(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            return real.readAttributes(CutPath.real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return real.readAttributes(CutPath.real(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            fuse.pass();
            real.setAttribute(CutPath.real(path), attribute, value, options);
        }
    }
}
