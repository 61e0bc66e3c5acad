package fr.corpus.retract;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A release in a directory. */
record DirectoryOrigin(Path release) implements ReleaseOrigin {

    @Override
    public String name() {
        return release.toString();
    }

    @Override
    public Optional<Part> open(String path, long from, long total) throws IOException {
        Path file = release.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        FileChannel channel = FileChannel.open(file);
        try {
            channel.position(from);
            return Optional.of(new Part(from, Channels.newInputStream(channel)));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
