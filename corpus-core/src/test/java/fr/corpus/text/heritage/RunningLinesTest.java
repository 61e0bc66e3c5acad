package fr.corpus.text.heritage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.read.ReadResult;
import fr.corpus.read.Reader;
import fr.corpus.read.ReaderOptions;
import fr.corpus.read.Readers;
import fr.corpus.source.SourceFile;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningLinesTest {

    private static RunningLines.Cut cut(String... pages) {
        return RunningLines.cut(String.join("\f", pages), 3, 3);
    }

    @Test
    void takesOutHeadsAndNumbersAndJoinsSentencesOverPages() {
        RunningLines.Cut cut = cut(
                "LES FLEURS DU JARDIN.\n\nIl marchait vers\nla ville",
                "2   LES FLEUBS DU JARDIN.\nquand la nuit vint.",
                "LES FLEURS DU JARDlN.  3\nLe lendemain,\nil pleuvait.\n— 3 —",
                "4\nOn partit.\n— 4 —",
                "LES FLEURS DU JARDIN\nEt voilà.\n— 5 —");
        assertThat(cut.text())
                .isEqualTo(
                        "Il marchait vers\nla ville\nquand la nuit vint.\n\nLe lendemain,\nil pleuvait.\n\n4\nOn partit.\n\nEt voilà.");
        assertThat(cut.heads()).isEqualTo(4);
        assertThat(cut.numbers()).isEqualTo(3);
    }

    @Test
    void keepsTheNamesOfSpeakersThatStandInsidePagesToo() {
        String page =
                "ATYS.\nJe pars.\nCYBÈLE.\nPartez.\nATYS.\nAdieu.\nCYBÈLE.\nAdieu donc.\nLe chœur chante ici\nune fois encore %s.";
        RunningLines.Cut cut =
                cut(page.formatted("un"), page.formatted("deux"), page.formatted("trois"), page.formatted("x"));
        assertThat(cut.text()).startsWith("ATYS.\nJe pars.");
        assertThat(cut.text().split("ATYS\\.", -1)).hasSize(9);
    }

    @Test
    void keepsALineThatReturnsOnTooFewPagesAndNumbersThatDoNotGrow() {
        RunningLines.Cut few =
                cut("Le même titre ici\nun texte", "Le même titre ici\nun autre", "Autre chose\net la fin");
        assertThat(few.heads()).isZero();
        RunningLines.Cut fall = cut("30\nun texte", "20\nun autre", "10\net la fin");
        assertThat(fall.text()).isEqualTo("30\nun texte\n20\nun autre\n10\net la fin");
    }

    @Test
    void takesANumberOutOfOrderWhereMostPagesHaveOne() {
        RunningLines.Cut cut = cut("1\na a", "2\nb b", "8\nc c", "4\nd d", "5\ne e");
        assertThat(cut.numbers()).isEqualTo(5);
    }

    @Test
    void takesOutSignaturesInTheOrderOfTheAlphabetAndCatchwords() {
        RunningLines.Cut cut = cut(
                "un texte court\nA ij",
                "deux textes courts\ntrois",
                "trois textes\nB",
                "quatre textes\ncinq-",
                "cinq textes\net une\nligne\nC iij\nſix",
                "six textes\nD");
        assertThat(cut.text())
                .isEqualTo(
                        "un texte court\ndeux textes courts\ntrois textes\nquatre textes\ncinq textes\net une\nligne\nsix textes");
        assertThat(cut.marks()).isEqualTo(7);
    }

    @Test
    void leavesATextWithoutPagesAsItIs() {
        String text = "TITRE\nun\nTITRE\ndeux\nTITRE\ntrois";
        assertThat(RunningLines.cut(text, 2, 3).text()).isSameAs(text);
    }

    @Test
    void staysFastOnPagesOfNothingButRepetition() {
        RunningLines.Cut cut = RunningLines.cut("a\f".repeat(20_000) + "LES FLEURS DU JARDIN\n\f".repeat(20_000), 3, 3);
        assertThat(cut.heads()).isEqualTo(20_000);
    }

    @Test
    void takesNumbersAndFeetOutOfRealScans() throws IOException {
        Path articles = SharedFolder.need("data/alto/expositions-universelles/Donnees");
        RunningLines.Cut article = read(articles.resolve(
                "Article_Des_differences_qui_existent_entre_la_race_le_peuple_la_nation_la_nationalite_et_l_Etat"));
        assertThat(article.numbers()).isEqualTo(5);
        assertThat(article.heads()).isEqualTo(5);
        assertThat(article.text()).doesNotContain("Cnam", "— 274 —").contains("LE PRESIDENT");
        RunningLines.Cut atys = read(SharedFolder.need("data/alto/gallicorpora-17e/bpt6k72609n"));
        assertThat(atys.heads()).isZero();
        assertThat(atys.text()).contains("ATYS.\n", "SANGARIDE.\n");
    }

    private static RunningLines.Cut read(Path folder) throws IOException {
        SourceFile file = new SourceFile("essai", folder, "x", 0);
        Reader reader = Readers.of("alto", ReaderOptions.DEFAULT);
        List<String> texts = new ArrayList<>();
        reader.parse(
                file,
                reader.open(file).next().orElseThrow(),
                result -> texts.add(((ReadResult.Read) result).record().text()));
        return RunningLines.cut(texts.get(0), 3, 3);
    }
}
