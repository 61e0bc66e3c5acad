package fr.corpus.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors a little under what docs/models/sentences.md reports: sentences joined by one space, found again whole. */
class TreebankTest {

    @ParameterizedTest
    @CsvSource({
        "fr_gsd-ud-dev, 0.965",
        "fr_sequoia-ud-dev, 0.875",
        "fr_rhapsodie-ud-dev, 0.965",
        "fr_rhapsodie-ud-train, 0.98",
        "fr_parisstories-ud-dev, 0.95",
        "fr_parisstories-ud-train, 0.92"
    })
    void findsTheSentencesOfATreebankAgain(String name, double floor) throws IOException {
        Treebank treebank = Treebank.read(SharedFolder.need("data/ud-french/" + name + ".conllu"));
        assertThat(treebank.score(new SentenceSplitter(LineBreaks.AUTO)).f1()).isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({
        "fr_gsd-ud-dev, 0.965",
        "fr_sequoia-ud-dev, 0.875",
        "fr_rhapsodie-ud-dev, 0.978",
        "fr_rhapsodie-ud-train, 0.98",
        "fr_parisstories-ud-dev, 0.95",
        "fr_parisstories-ud-train, 0.92"
    })
    void theNewestVersionFindsMoreInSpeech(String name, double floor) throws IOException {
        Treebank treebank = Treebank.read(SharedFolder.need("data/ud-french/" + name + ".conllu"));
        assertThat(treebank.score(SentenceSplitter.newest(LineBreaks.AUTO)).f1())
                .isGreaterThanOrEqualTo(floor);
    }
}
