package fr.corpus.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A log's files in a directory: each is written beside its place, forced to disk, then renamed; directories are forced by
 * {@link #sync()}. Confined to one thread.
 */
final class DirectoryLogStore implements LogStore {

    private static final String TEMPORARY = ".part";

    private final Path root;
    private final TreeSet<Path> changedDirectories = new TreeSet<>();

    DirectoryLogStore(Path root) {
        this.root = root;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return TileSource.of(root).read(path);
    }

    @Override
    public void put(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        changedDirectories.add(file.getParent());
    }

    /** A new directory is an entry of its parent, which must reach the disk too. */
    private void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            createDirectories(directory.getParent());
            Files.createDirectory(directory);
            changedDirectories.add(directory.getParent());
        }
    }

    @Override
    public void sync() throws IOException {
        for (Path directory : changedDirectories) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
        changedDirectories.clear();
    }

    @Override
    public void deletePartial(TilePath full) throws IOException {
        Path directory = root.resolve(full + TilePath.PARTIAL);
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}
