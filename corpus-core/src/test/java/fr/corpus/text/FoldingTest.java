package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ÉTÉ | ete
            été | ete
            ŒUVRE | oeuvre
            cœur | coeur
            præsens | praesens
            préſenté | presente
            ﬁn ﬂot ſt ﬆ | fin flot st st
            l’ | l
            L' | l
            aujourd’hui | aujourd'hui
            aujourdʼhui | aujourd'hui
            ‘mot’ | mot
            peut-être | peutetre
            peut‑être | peutetre
            est‐il | estil
            conti­nuer | continuer
            S.A.R.L. | sarl
            XIXᵉ | xixe
            1er | 0er
            12 500,50 | 0
            12500 | 0
            12/05/2020 | 0
            10 12 | 0 0
            1234 5678 | 0 0
            20h30 | 0h0
            1914-1918 | 0 0
            covid-19 | covid0
            80-bis 2..3 | 0 bis 0 0
            m² | m0
            ½ | 0
            nº | no
            Straße | strasse
            IİIı | iiii
            Łódź | lodz
            Ὀδυσσεύς | οδυσσευσ
            Москва | москва
            Ｆｕｌｌ | full
            𝐌𝐚𝐭𝐡 | math
            « La  fin — du\tmonde ! » | la fin du monde
            R&D | r d
            et/ou | et ou
            漢字 | 漢字
            """)
    void folds(String word, String folded) {
        assertThat(Folding.fold(word)).isEqualTo(folded);
    }

    @Test
    void closesAWordCutAtTheEndOfALine() {
        assertThat(Folding.fold("conti-\nnuer")).isEqualTo("continuer");
        assertThat(Folding.fold("conti-\r\n   nuer")).isEqualTo("continuer");
        assertThat(Folding.fold("fin -\nsuite")).isEqualTo("fin suite");
        assertThat(Folding.fold("fin- suite")).isEqualTo("fin suite");
    }

    @Test
    void leavesNothingOfSigns() {
        assertThat(Folding.fold("« … — ! 😀 € °")).isEmpty();
        assertThat(Folding.hash("«…»")).isZero();
        assertThat(Folding.hash("")).isZero();
    }

    @Test
    void hashesWhatItFolds() {
        long seed = 20261124;
        Random random = new Random(seed);
        String alphabet = "aàâäbcçdeéèêëæœſﬁOÖÉ'’ʼ-‑\u00AD .,/:\n\r\t«»€½²019\u0301\u200D𝐌漢😀\uD83D";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder word = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                word.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String folded = Folding.fold(word.toString());
            long expected = folded.isEmpty() ? 0 : TokenHash.of(folded);
            assertThat(Folding.hash(word.toString()))
                    .as("seed %d, word %s", seed, word)
                    .isEqualTo(expected);
            assertThat(Folding.fold(folded))
                    .as("folded twice, seed %d, word %s", seed, word)
                    .isEqualTo(folded);
        }
    }

    @Test
    void neverChangesItsValues() {
        assertThat(TokenHash.of("")).isEqualTo(-4205063508754517450L);
        assertThat(TokenHash.of("été")).isEqualTo(-2176101110137986445L);
        assertThat(Folding.hash("L’Œuvre du XIXᵉ siècle")).isEqualTo(-4247524488731380098L);
        long all = 0;
        for (int c = 0; c < 0x110000; c++) {
            all = all * 31 + Folding.hash("a" + Character.toString(c) + "b");
        }
        assertThat(all).isEqualTo(4659769200603108005L);
    }

    @Test
    void agreesWithTheVectorsOfTheFormatPage() throws IOException {
        Path page = Path.of("docs/formats/token-hash.md");
        List<String[]> rows = Files.readAllLines(page, StandardCharsets.UTF_8).stream()
                .filter(line -> line.matches(".*\\| `[0-9a-f]{16}` \\|"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        for (String[] row : rows) {
            String word = unquoted(row[0]).replace('⏎', '\n');
            long hash = Long.parseUnsignedLong(unquoted(row[row.length - 1]), 16);
            if (row.length == 2) {
                assertThat(TokenHash.of(word)).as(word).isEqualTo(hash);
            } else {
                assertThat(Folding.fold(word)).isEqualTo(unquoted(row[1]));
                assertThat(Folding.hash(word)).as(word).isEqualTo(hash);
            }
        }
    }

    private static String unquoted(String cell) {
        return cell.equals("(empty)") ? "" : cell.replace("`", "").strip();
    }
}
