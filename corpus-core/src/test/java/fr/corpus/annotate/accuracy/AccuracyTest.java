package fr.corpus.annotate.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.error.MalformedSourceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    private static List<ConlluSentence> read(String... lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String[] c = line.split(" ");
            text.append(
                    line.isEmpty()
                            ? ""
                            : c[0] + "\t" + c[1] + "\t" + (c.length > 3 ? c[3] : "_") + "\t"
                                    + (c.length > 2 ? c[2] : "_") + "\t_\t_\t_\t_\t_\t_");
            text.append('\n');
        }
        ConlluReader reader = new ConlluReader(
                new BufferedReader(new StringReader(text.append('\n').toString())), "x");
        List<ConlluSentence> sentences = new ArrayList<>();
        for (ConlluSentence next = reader.next(); next != null; next = reader.next()) {
            sentences.add(next);
        }
        return sentences;
    }

    @Test
    void alignsTheWordsOfAContractionThatTheSystemKeptWhole() throws IOException {
        List<ConlluSentence> gold = read("1-2 du", "1 de ADP de", "2 le DET le", "3 pain NOUN pain");
        List<ConlluSentence> system = read("1 du ADP du", "2 pain NOUN Pain");
        Accuracy accuracy = Accuracy.of(gold, system, "gold");
        assertThat(accuracy.tokens()).isEqualTo(new Score(2, 2, 2, -1));
        assertThat(accuracy.words()).isEqualTo(new Score(1, 3, 2, 1));
        assertThat(accuracy.upos().correct()).isEqualTo(1);
        assertThat(accuracy.lemmas().correct()).isZero();
        assertThat(accuracy.contentLemmas()).isEqualTo(new Score(1, 1, 1, 1));
        assertThat(accuracy.plainUpos()).isEqualTo(new Score(1, 1, 1, 1));
    }

    @Test
    void countsSpansAcrossOtherSentenceAndTokenLimits() throws IOException {
        List<ConlluSentence> gold = read("1 Oui INTJ oui", "2 . PUNCT .", "", "1 Non INTJ non");
        List<ConlluSentence> system = read("1 Oui. PROPN Oui.", "2 Non ADV _");
        Accuracy accuracy = Accuracy.of(gold, system, "gold");
        assertThat(accuracy.sentences()).isEqualTo(new Score(0, 2, 1, -1));
        assertThat(accuracy.tokens()).isEqualTo(new Score(1, 3, 2, -1));
        assertThat(accuracy.upos()).isEqualTo(new Score(0, 3, 2, 1));
        assertThat(accuracy.confusions()).containsOnly(java.util.Map.entry("INTJ ADV", 1));
    }

    @Test
    void refusesToCompareOtherTexts() throws IOException {
        List<ConlluSentence> gold = read("1 a X a");
        List<ConlluSentence> system = read("1 b X b");
        assertThatThrownBy(() -> Accuracy.of(gold, system, "gold")).isInstanceOf(MalformedSourceException.class);
    }

    @Test
    void givesWilsonIntervals() {
        Score score = new Score(90, 100, 100, 100);
        assertThat(score.low()).isCloseTo(0.8256, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(score.high()).isCloseTo(0.9448, org.assertj.core.data.Offset.offset(1e-4));
    }
}
