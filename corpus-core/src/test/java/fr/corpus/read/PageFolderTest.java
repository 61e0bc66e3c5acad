package fr.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageFolderTest {

    /** The pages of a folder, for tests that cannot go on without. */
    static List<Path> pages(Path folder) {
        try {
            return PageFolder.pages(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ordersNamesByTheirNumbers() {
        assertThat(Stream.of("f10.xml", "f2.xml", "f1.xml", "f02.xml", "a.xml", "f", "f2", "f100000000000000000000.xml")
                        .sorted(PageFolder::compare))
                .containsExactly(
                        "a.xml", "f", "f1.xml", "f2", "f02.xml", "f2.xml", "f10.xml", "f100000000000000000000.xml");
    }
}
