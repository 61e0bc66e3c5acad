package fr.corpus.cli.command.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskErrorTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("a/b"), "no such file or directory: a/b"),
                Arguments.of(new FileNotFoundException("a/b (missing)"), "no such file or directory: a/b (missing)"),
                Arguments.of(new AccessDeniedException("a/b"), "permission denied: a/b; ask for the right"),
                Arguments.of(new NotDirectoryException("a/b"), "not a directory: a/b"),
                Arguments.of(new FileAlreadyExistsException("a/b"), "already there: a/b"),
                Arguments.of(new IOException("No space left on device"), "the disk is full: No space left on device"),
                Arguments.of(
                        new FileSystemException("a/b", null, "Disk quota exceeded"),
                        "the disk is full: a/b: Disk quota exceeded"),
                Arguments.of(
                        new FileSystemException("a/b", null, "Input/output error"),
                        "reading or writing failed: a/b (Input/output error)"),
                Arguments.of(new IOException("Stream closed"), "reading or writing failed: Stream closed"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatTheDiskRefusedAndWhatToDo(IOException failure, String message) {
        assertThat(DiskError.message(failure).in(Locale.ENGLISH)).startsWith(message);
        assertThat(DiskError.message(failure).in(Locale.FRENCH)).contains("\u00a0: ");
    }
}
