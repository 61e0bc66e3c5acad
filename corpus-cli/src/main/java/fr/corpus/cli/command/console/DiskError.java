package fr.corpus.cli.command.console;

import fr.corpus.error.UserMessage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the disk refused, in the user's words: the texts of the operating system follow its own locale, if any. */
final class DiskError {

    private static final long NEARLY_FULL_BYTES = 1 << 20;

    /** A full disk in the middle of a write has no type of its own; the launcher asks for English. */
    private static final Pattern FULL = Pattern.compile("No space left on device|Disk quota exceeded");

    private DiskError() {}

    static UserMessage message(IOException failure) {
        if (FULL.matcher(String.valueOf(failure.getMessage())).find()) {
            return UserMessage.of("cli.disk-full", String.valueOf(failure.getMessage()));
        }
        if (!(failure instanceof FileSystemException disk) || disk.getFile() == null) {
            return UserMessage.of(
                    failure instanceof FileNotFoundException ? "cli.no-such-file" : "cli.io",
                    String.valueOf(failure.getMessage()));
        }
        String file = disk.getFile();
        if (disk instanceof NoSuchFileException) {
            return UserMessage.of("cli.no-such-file", file);
        }
        if (disk instanceof AccessDeniedException) {
            return UserMessage.of("cli.access-denied", file);
        }
        if (disk instanceof NotDirectoryException) {
            return UserMessage.of("cli.not-a-directory", file);
        }
        if (disk instanceof FileAlreadyExistsException || disk instanceof DirectoryNotEmptyException) {
            return UserMessage.of("cli.exists", file);
        }
        return isFull(file)
                ? UserMessage.of("cli.disk-full", file)
                : UserMessage.of("cli.io", file + " (" + disk.getReason() + ")");
    }

    private static boolean isFull(String file) {
        try {
            Path path = Path.of(file).toAbsolutePath();
            while (path != null && !Files.exists(path)) {
                path = path.getParent();
            }
            if (path == null) {
                return false;
            }
            FileStore store = Files.getFileStore(path);
            return store.getUsableSpace() < NEARLY_FULL_BYTES;
        } catch (IOException unknown) {
            return false;
        }
    }
}
