package fr.corpus.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Takes a file of one release over into another. Files of releases are replaced, never changed, so they can be shared. */
final class FileReuse {

    private FileReuse() {}

    /** Gives a file a second name, or copies it where the disk cannot do that; a file of the new name is replaced. */
    static void link(Path there, Path here) throws IOException {
        Files.deleteIfExists(here);
        try {
            Files.createLink(here, there.toRealPath());
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(there, here);
            try (FileChannel copy = FileChannel.open(here, StandardOpenOption.WRITE)) {
                copy.force(true);
            }
        }
    }
}
