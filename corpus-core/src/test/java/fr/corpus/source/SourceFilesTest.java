package fr.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.corpus.error.EngineException;
import fr.corpus.error.RecipeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFilesTest {

    private final Path root;
    private final Path recipes;

    SourceFilesTest(@TempDir Path root) throws IOException {
        this.root = root;
        this.recipes = Files.createDirectories(root.resolve("recettes"));
        for (String name : List.of(
                "a.xml",
                "b.xml",
                "B.xml",
                "c.tei",
                ".caché.xml",
                "été.xml",
                "x/d.xml",
                "x/y/e.xml",
                "x/.z/f.xml",
                "[a].txt")) {
            Path file = root.resolve("données").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private List<String> names(String... patterns) {
        return SourceFiles.expand(recipes, "s", List.of(patterns)).stream()
                .map(file -> file.name().replace("../données/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.xml | B.xml a.xml b.xml été.xml",
                "?.xml | B.xml a.xml b.xml",
                "[ab].xml | a.xml b.xml",
                "[!a-z].xml | B.xml",
                "{a,c}.{xml,tei} | a.xml c.tei",
                "{x/d,x/{y/e,nul}}.xml | x/d.xml x/y/e.xml",
                "**/*.xml | B.xml a.xml b.xml x/d.xml x/y/e.xml été.xml",
                "x/** | x/d.xml x/y/e.xml",
                "*/*.xml | x/d.xml",
                "x/**/y/*.xml | x/y/e.xml",
                ".c* | .caché.xml",
                ".caché.xml | .caché.xml",
                "\\[a\\].txt | [a].txt",
                "./x/./d.xml | x/d.xml",
            })
    void expandsWildcardsInTheOrderOfNames(String pattern, String expected) {
        assertThat(names("../données/" + pattern)).isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void namesFilesRelativeToTheRecipeOrToTheFixedFolderOfAnAbsolutePattern() {
        String absolute = root.toAbsolutePath().toString().replace('\\', '/');
        assertThat(SourceFiles.expand(recipes, "s", List.of("../données/x/**/*.xml")))
                .extracting(SourceFile::name)
                .containsExactly("../données/x/d.xml", "../données/x/y/e.xml");
        assertThat(names(absolute + "/données/x/**/*.xml")).containsExactly("d.xml", "y/e.xml");
        assertThat(names(absolute + "/données/a.xml")).containsExactly("a.xml");
    }

    @Test
    void takesFoldersWithFilesInThemForAPatternThatEndsInASlash() throws IOException {
        Files.createDirectory(root.resolve("données/vide"));
        assertThat(names("../données/*/")).containsExactly("x");
        assertThat(names("../données/**/")).containsExactly("x", "x/y");
        assertThat(names("../données/x/")).containsExactly("x");
        SourceFile folder =
                SourceFiles.expand(recipes, "s", List.of("../données/x/y/")).get(0);
        assertThat(folder.isFolder()).isTrue();
        assertThat(folder.bytes()).isEqualTo(Files.size(root.resolve("données/x/y/e.xml")));
        Files.setLastModifiedTime(root.resolve("données/x/y/e.xml"), FileTime.fromMillis(4_000_000_000_000L));
        assertThat(folder.lastModifiedMillis()).isEqualTo(4_000_000_000_000L);
    }

    @Test
    void readsAFileOnceThatTwoPatternsOrALinkMatch() throws IOException {
        assertThat(names("../données/a.xml", "../données/*.xml", "../recettes/../données/b.xml"))
                .containsExactly("B.xml", "a.xml", "b.xml", "été.xml");
        Files.createSymbolicLink(root.resolve("données/x/lien.xml"), root.resolve("données/x/d.xml"));
        assertThat(names("../données/x/*.xml")).containsExactly("x/d.xml");
    }

    @Test
    void followsLinkedFoldersAndEndsInLoops() throws IOException {
        Files.createSymbolicLink(root.resolve("données/x/y/boucle"), root.resolve("données/x"));
        assertThat(names("../données/x/**/*.xml")).containsExactly("x/d.xml", "x/y/e.xml");
        Files.createSymbolicLink(root.resolve("liens"), root.resolve("données/x/y"));
        assertThat(names("../liens/*.xml")).containsExactly("../liens/e.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "../données/*.pdf, no file matches",
        "../données/nul.xml, no file matches",
        "../absent/*.xml, does not exist",
        "../données/x, is a folder",
        "../données/[a.xml, [ without ]",
        "'../données/{a,b.xml', { without }",
        "'', no file name",
        "../données/*/y/z/, no file matches",
        "../données/a.xml/, no file matches",
        "/, no file name",
        "../données/*/../a.xml, .. after a wildcard",
    })
    void saysWhatIsWrongWithAPattern(String pattern, String expected) {
        assertThatThrownBy(() -> names(pattern))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("“s”")
                .hasMessageContaining(expected);
    }

    @Test
    void refusesTwoFilesOfOneName() throws IOException {
        Files.createDirectories(root.resolve("autres"));
        Files.writeString(root.resolve("autres/a.xml"), "autre");
        String absolute = root.toAbsolutePath().toString().replace('\\', '/');
        assertThatThrownBy(() -> names(absolute + "/données/*.xml", absolute + "/autres/*.xml"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("a.xml");
    }

    @Test
    void saysInBothLanguagesWhatCannotBeRead() throws IOException {
        Path closed = Files.createDirectories(root.resolve("données/fermé"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(closed))
                    .as("this user may read everything")
                    .isFalse();
            assertThatThrownBy(() -> names("../données/**/*.xml")).isInstanceOfSatisfying(EngineException.class, e -> {
                assertThat(e.message().in(Locale.FRENCH)).contains("impossible de lire", "fermé");
                assertThat(e.message().in(Locale.ENGLISH)).contains("cannot be read", "fermé");
            });
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void hasNothingToSayOfTheMachineInNames() {
        assertThat(names("../données/a.xml")).noneMatch(name -> name.contains(root.toString()));
    }
}
