package fr.corpus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, used as a person uses it. */
class VerifierPageTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors/release-proof");

    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.withPage(directory);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void saysThatAWorkIsAbsent() {
        browser.choose("#bundle", VECTORS.resolve("absent.json"));
        browser.await("document.getElementById('verdict').className !== 'wait' && given.proof !== undefined");
        assertThat((String) browser.evaluate("document.getElementById('verdict').innerText"))
                .contains("Absent de corpus/essai");
    }
}
