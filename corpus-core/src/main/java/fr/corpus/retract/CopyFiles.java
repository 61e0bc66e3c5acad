package fr.corpus.retract;

import fr.corpus.release.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Reads and places files of a copy. */
final class CopyFiles {

    private CopyFiles() {}

    /** Puts a file at a place, at once and durably; the file stays where it was as well. */
    static void place(Path staged, Path target) throws IOException {
        Path pending = staged.resolveSibling(staged.getFileName() + ".placing");
        Files.deleteIfExists(pending);
        try {
            Files.createLink(pending, staged);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(staged, pending);
            try (FileChannel file = FileChannel.open(pending, StandardOpenOption.WRITE)) {
                file.force(true);
            }
        }
        Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
        Files.move(pending, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Of two names of one file a move may leave both.
        Files.deleteIfExists(pending);
        DurableFiles.forceDirectory(parent);
    }
}
