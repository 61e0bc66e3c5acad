package fr.corpus.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordShinglesTest {

    @Test
    void countsSharedRunsOfFiveWords() {
        assertThat(WordShingles.jaccard("un deux trois quatre cinq six", "un deux trois quatre cinq sept"))
                .isEqualTo(1.0 / 3);
    }

    @Test
    void ignoresCaseAndPunctuation() {
        assertThat(WordShingles.jaccard("Un, deux ; trois quatre cinq !", "un deux trois… quatre CINQ"))
                .isOne();
    }

    @Test
    void takesTwoTextsWithoutRunsAsAlike() {
        assertThat(WordShingles.jaccard("un", "deux")).isOne();
    }
}
