package fr.corpus.annotate.conllu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.testing.SharedFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConlluTest {

    private static final String REST = "\t_\t_\t_\t_\t_\t_\t_\t_\n";

    private static List<ConlluSentence> read(String text) throws IOException {
        ConlluReader reader = new ConlluReader(new BufferedReader(new StringReader(text)), "x.conllu");
        List<ConlluSentence> sentences = new ArrayList<>();
        for (ConlluSentence next = reader.next(); next != null; next = reader.next()) {
            sentences.add(next);
        }
        return sentences;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gsd-ud-dev", "sequoia-ud-dev", "rhapsodie-ud-dev", "parisstories-ud-dev"})
    void givesBackTheBytesOfATreebank(String name) throws IOException {
        Path file = SharedFolder.need("data/ud-french/fr_" + name + ".conllu");
        StringBuilder out = new StringBuilder();
        ConlluReader.readAll(file).forEach(sentence -> ConlluWriter.write(sentence, out));
        assertThat(out.toString()).isEqualTo(Files.readString(file));
    }

    @Test
    void readsMultiwordTokensEmptyNodesAndWhiteSpace() throws IOException {
        String text = "# text = du  pain\n0.1\te" + REST + "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\s\\s\n1\tde"
                + REST + "2\tle" + REST + "2.1\tz" + REST + "3\tpain" + REST + "\n";
        ConlluSentence sentence = read(text).get(0);
        assertThat(sentence.text()).isEqualTo("du  pain");
        assertThat(sentence.comment("text")).contains("du  pain");
        StringBuilder out = new StringBuilder();
        ConlluWriter.write(sentence, out);
        assertThat(out.toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'2\ta', conllu-id",
        "'1-2\tdu', conllu-open-range",
        "'1-1x\tdu', conllu-id",
        "'3-2\tdu', conllu-id",
        "'x\ta', conllu-id",
        "'1.1\ta', conllu-id",
        "'99999999999\ta', conllu-id",
        "'1\t', conllu-empty-column"
    })
    void saysWhereIdsAreBroken(String start, String key) {
        assertThatThrownBy(() -> read(start + REST + "\n"))
                .isInstanceOfSatisfying(MalformedSourceException.class, broken -> {
                    assertThat(broken.message().key()).isEqualTo("annotate." + key);
                    assertThat(broken.getMessage()).contains("x.conllu:");
                });
    }

    @Test
    void refusesWhatIsCutShort() {
        assertThatThrownBy(() -> read("1\ta" + REST)).hasMessageContaining("truncated");
        assertThatThrownBy(() -> read("1\ta\t_\n\n")).hasMessageContaining("10 columns");
        assertThatThrownBy(() -> read("1\ta" + REST + "# late\n\n")).hasMessageContaining("comment");
        assertThatThrownBy(() -> read("\n")).hasMessageContaining("without words");
    }

    @Test
    void escapesAnyWhiteSpaceAndReadsItBack() {
        String spaces = " \n\r\t\u00A0\u202F\u2028\u0085|\\x";
        assertThat(Misc.unescape(Misc.escape(spaces))).isEqualTo(spaces);
        assertThat(Misc.escape(spaces)).doesNotContainAnyWhitespaces().doesNotContain("|");
    }
}
