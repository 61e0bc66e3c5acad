package fr.corpus.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.Corpus;
import fr.corpus.error.RecipeException;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of scanned pages, built into a release. */
class ScanBuildTest {

    @TempDir
    Path directory;

    private void book(String name, String... pages) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("livres").resolve(name));
        for (int i = 0; i < pages.length; i++) {
            StringBuilder lines = new StringBuilder();
            pages[i].lines().forEach(line -> lines.append("<TextLine><String CONTENT=\"" + line + "\"/></TextLine>"));
            Files.writeString(
                    folder.resolve("f" + (i + 8) + ".xml"),
                    "<alto><Layout><Page><PrintSpace><TextBlock>" + lines
                            + "</TextBlock></PrintSpace></Page></Layout></alto>");
        }
    }

    private List<ReleaseRow> build(String name, String format, String fold) throws IOException {
        Path recipe = Files.writeString(directory.resolve(name + ".yaml"), """
                recipe: 1
                name: livres
                language: fra
                sources:
                  - { id: livres, format: %s, paths: [ livres/*/ ], profile: book }
                steps:
                  - { use: normalize.pages@1 }
                  - { use: normalize.hyphenation@1 }
                  - { use: normalize.unicode@1 }
                  - { use: dedup.minhash@2, shingle-words: 2, fold: %s }
                """.formatted(format, fold));
        List<ReleaseRow> all = new ArrayList<>();
        ReleaseReader release =
                ReleaseReader.open(Corpus.build(recipe, directory.resolve(name)).release());
        try (RowStream<ReleaseRow> rows = release.data()) {
            for (Optional<ReleaseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    @Test
    void aFolderIsADocumentAndItsProvenanceSaysWhatWasTakenOut() throws IOException {
        book(
                "un",
                "LES FLEURS 8\nIl partit vers la mai-",
                "LES FLEURS 9\nson, peut-\nêtre seul.",
                "LES FLEURS 10\nPuis il revint.");
        List<ReleaseRow> rows = build("a", "alto", "none");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).document().text())
                .isEqualTo("Il partit vers la maison,\npeut-être\nseul.\n\nPuis il revint.");
        assertThat(rows.get(0).document().provenance().reader())
                .isEqualTo("alto@1;pages=3;running-heads=3;joined-words=1;kept-hyphens=1");
        assertThat(rows.get(0).document().provenance().location().file()).isEqualTo("livres/un");
    }

    @Test
    void twoScansOfOnePageAreOneDocumentWhereConfusedLettersAreOne() throws IOException {
        book("un", "Le marchand de la place du village ferme sa boutique à la nuit tombante");
        book("deux", "Lc marchaud de 1a placc du viliage fermc fa boutiquc à la nuit tornbante");
        assertThat(build("b", "alto", "none")).hasSize(2);
        assertThat(build("c", "alto", "ocr")).hasSize(1);
    }

    @Test
    void foldersAreRefusedWhereAFileIsADocument() throws IOException {
        book("un", "Une ligne.");
        assertThatThrownBy(() -> build("d", "tei", "none"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("livres/*/")
                .hasMessageContaining("livres/*/*");
    }
}
