package fr.corpus.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedDocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theReferencesSayWhatTheProgramSays(String language) throws IOException {
        for (Path page : List.of(GeneratedDocs.recipePage(language), GeneratedDocs.commandsPage(language))) {
            assertThat(Files.readString(page))
                    .as("run fr.corpus.cli.docs.GeneratedDocs to renew " + page)
                    .isEqualTo(GeneratedDocs.expected(page, language));
        }
    }

    @Test
    void bothLanguagesHaveTheSamePages() throws IOException {
        try (Stream<Path> french = Files.list(Path.of("docs/fr"));
                Stream<Path> english = Files.list(Path.of("docs/en"))) {
            assertThat(french.count()).isEqualTo(english.count());
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .forEach(link -> {
                        if (!link.startsWith("http")) {
                            assertThat(page.resolveSibling(link))
                                    .as(page + " → " + link)
                                    .exists();
                        }
                    });
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("../README.md"), Path.of("examples/demo/README.md")),
                            tree.filter(path -> path.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }
}
