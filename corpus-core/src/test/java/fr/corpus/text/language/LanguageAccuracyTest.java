package fr.corpus.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors a little under what docs/models/language.md reports, on texts that the model has never learnt from. */
class LanguageAccuracyTest {

    @ParameterizedTest
    @CsvSource({
        "CONLLU, data/ud-french/fr_gsd-ud-dev.conllu, 40, 96.0",
        "CONLLU, data/ud-french/fr_gsd-ud-dev.conllu, 120, 99.2",
        "CONLLU, data/ud-french/fr_rhapsodie-ud-dev.conllu, 40, 99.0",
        "CONLLU, data/ud-french/fr_parisstories-ud-dev.conllu, 40, 99.5",
        "ALTO, data/alto/presse-bnf/JDPL/18210801_1/ALTO, 40, 98.0",
        "ALTO, data/alto/presse-bnf/Le-Gaulois/18820208_1/ALTO, 40, 98.0",
        "ALTO, data/alto/presse-bnf/JDPL/18210801_1/ALTO, 600, 100",
        "MARKUP, data/fredracor, 40, 99.5",
        "MARKUP, data/fredracor, 120, 99.9"
    })
    void identifiesFrench(PassageExtractor kind, String path, int length, double floor) throws IOException {
        List<String> passages = new ArrayList<>();
        for (Path file : files(SharedFolder.need(path))) {
            passages.addAll(kind.passages(file, 12));
        }
        List<String> pieces = LanguageEvaluation.pieces(passages, length);
        long right = pieces.stream()
                .filter(piece ->
                        LanguageIdentifier.load().identify(piece).language().equals("fra"))
                .count();
        assertThat(100.0 * right / pieces.size())
                .as("%s at %s of %s pieces", path, length, pieces.size())
                .isGreaterThanOrEqualTo(floor);
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
