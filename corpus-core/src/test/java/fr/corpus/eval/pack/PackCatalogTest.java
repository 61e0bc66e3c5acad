package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.hash.Sha256;
import fr.corpus.license.LicenseCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCatalogTest {

    private static final PackCatalog CATALOG = PackCatalog.load();

    @Test
    void theListNamesTheFoldersAndNothingElse() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/fr/corpus/eval/packs"))) {
            List<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(CATALOG.packs())
                    .extracting(stored -> stored.pack().reference())
                    .containsExactlyElementsOf(names);
        }
    }

    @Test
    void everyPackCarriesItsItemsOrSaysWhereTheyAre() {
        for (StoredPack stored : CATALOG.packs()) {
            assertThat(stored.carriesItems() || !stored.pack().data().source().isEmpty())
                    .as(stored.pack().reference())
                    .isTrue();
            assertThat(stored.carriesItems() || stored.pack().data().official().isPresent())
                    .as(stored.pack().reference())
                    .isTrue();
        }
    }

    @Test
    void aPackThatCarriesItsItemsMayBeRedistributed() {
        for (StoredPack stored : CATALOG.packs()) {
            if (stored.carriesItems()) {
                assertThat(stored.pack().ledger().redistribution()).isEqualTo(Redistribution.BUNDLE);
            }
        }
    }

    @Test
    void carriedItemsAreCanonicalByteForByte() throws IOException {
        for (StoredPack stored : CATALOG.packs()) {
            if (stored.carriesItems()) {
                byte[] again = ItemFile.write(stored.items());
                assertThat(Sha256.of(again))
                        .isEqualTo(stored.pack().data().digest().orElseThrow());
                assertThat(stored.pack().data().items())
                        .contains((long) stored.items().size());
                assertThat(stored.guide()).isPresent();
                assertThat(stored.expected()).isPresent();
            }
        }
    }

    @Test
    void noConflictIsResolvedByPublishing() {
        for (StoredPack stored : CATALOG.packs()) {
            LicenseLedger ledger = stored.pack().ledger();
            if (ledger.isConflicting() || ledger.license().isEmpty()) {
                assertThat(ledger.redistribution())
                        .as(stored.pack().reference())
                        .isNotEqualTo(Redistribution.BUNDLE);
                assertThat(ledger.note().isEmpty())
                        .as(stored.pack().reference())
                        .isFalse();
            }
        }
    }

    @Test
    void everyLicenceIsInTheCatalogueOrAReference() {
        for (StoredPack stored : CATALOG.packs()) {
            stored.pack()
                    .ledger()
                    .license()
                    .ifPresent(id -> assertThat(LicenseCatalog.load().byId(id).isPresent()
                                    || id.value().startsWith("LicenseRef-"))
                            .as(stored.pack().reference() + " " + id)
                            .isTrue());
        }
    }

    /** Marks that ask for a no-break space before them, and guillemets. */
    @Test
    void promptsKeepTheSpacesOfFrenchTypography() {
        for (StoredPack stored : CATALOG.packs()) {
            for (Prompt prompt : stored.pack().prompts()) {
                assertThat(prompt.text())
                        .as(stored.pack().reference() + " " + prompt.id())
                        .doesNotContainPattern("[ \\p{L}\\d][:;?!](?:\\s|$)")
                        .doesNotContainPattern("« | »|'");
            }
        }
    }

    @Test
    void aNameAloneMeansTheHighestVersion() throws IOException {
        assertThat(CATALOG.find("piaf").pack().reference()).isEqualTo("piaf@1.1");
        assertThat(CATALOG.find("piaf@1.1").pack().id()).isEqualTo("piaf");
    }

    @Test
    void anUnknownNameTellsTheNearest() {
        assertThatThrownBy(() -> CATALOG.find("m-ifeval-fra"))
                .isInstanceOfSatisfying(
                        RecipeException.class,
                        e -> assertThat(e.message().in(Locale.FRENCH))
                                .isEqualTo(
                                        "jeu d’évaluation inconnu «\u00a0m-ifeval-fra\u00a0»\u202f; vouliez-vous dire"
                                                + " «\u00a0m-ifeval-fr\u00a0»\u202f?"));
    }

    @Test
    void aPackWithoutTextsAsksForTheOfficialFile() {
        assertThatThrownBy(() -> CATALOG.find("piaf").items())
                .isInstanceOfSatisfying(
                        RecipeException.class,
                        e -> assertThat(e.message().in(Locale.ENGLISH))
                                .contains("--data")
                                .contains("corpus eval packs piaf@1.1"));
    }

    @Test
    void aFolderIsAPackToo(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pack.yaml"), PackReaderTest.YAML);
        assertThat(CATALOG.find(folder.toString()).pack().reference()).isEqualTo("essai@1.2");
    }

    @Test
    void aFolderWithoutPackIsSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> PackCatalog.open(folder)).hasMessageContaining("pack.yaml");
    }
}
