package fr.corpus.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.annotate.exchange.AnnotatedText;
import fr.corpus.annotate.exchange.Exchange;
import fr.corpus.document.Annotations;
import fr.corpus.step.Annotator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrenchTextTest {

    private final Annotator.Worker annotator = worker();

    private static Annotator.Worker worker() {
        return LayerChain.of(EnumSet.allOf(Layer.class), LayerChain.Steps.standard())
                .newWorker();
    }

    private String conllu(String text) {
        StringBuilder out = new StringBuilder();
        Exchange.CONLLU.writer(out).write(new AnnotatedText("t", text, annotator.annotate(text, Annotations.NONE)));
        return out.toString();
    }

    private static List<ConlluSentence> read(String conllu) throws IOException {
        ConlluReader reader = new ConlluReader(new BufferedReader(new StringReader(conllu)), "t");
        List<ConlluSentence> sentences = new ArrayList<>();
        for (ConlluSentence next = reader.next(); next != null; next = reader.next()) {
            sentences.add(next);
        }
        return sentences;
    }

    private String tagged(String text) {
        List<String> words = new ArrayList<>();
        annotator
                .annotate(text, Annotations.NONE)
                .tokens()
                .orElseThrow()
                .forEach(token -> token.words().forEach(w -> words.add(w.form() + "/" + w.upos() + "/" + w.lemma())));
        return String.join(" ", words);
    }

    @Test
    void expandsContractionsAndTellsDesTheArticleFromDesThePreposition() {
        assertThat(tagged("Il mange des pommes au bord du lac des cygnes."))
                .isEqualTo("Il/PRON/lui mange/VERB/manger des/DET/un pommes/NOUN/pomme à/ADP/à le/DET/le bord/NOUN/bord"
                        + " de/ADP/de le/DET/le lac/NOUN/lac de/ADP/de les/DET/le cygnes/NOUN/cygne ./PUNCT/.");
    }

    @Test
    void tellsTheInterrogativesOfWrittenQuestions() {
        assertThat(tagged("Quels pays bordent la mer Noire ?")).startsWith("Quels/DET/");
        assertThat(tagged("Quelles sont les villes jumelées avec Rennes ?")).startsWith("Quelles/ADJ/");
        assertThat(tagged("Quand fut signé l’armistice ?")).startsWith("Quand/ADV/quand fut/AUX/être");
        assertThat(tagged("Quand il fut signé, nous dormions.")).startsWith("Quand/SCONJ/");
    }

    @Test
    void readsTitlesInThePluralAsNouns() {
        assertThat(tagged("Mmes Durand et Roux ont voté."))
                .startsWith("Mmes/NOUN/")
                .contains("Durand/PROPN/");
    }

    @Test
    void looksAtTheWholeClauseWhenATagIsInDoubt() {
        assertThat(tagged("Il a parfaitement le droit de partir.")).contains("a/VERB/avoir");
        assertThat(tagged("Il a parfaitement compris.")).contains("a/AUX/avoir");
    }

    @Test
    void givesMmeTheEntryOfMadame() {
        assertThat(conllu("Hier, Mme Durand est venue.")).contains("Entry=madame");
    }

    @Test
    void keepsTheDictionaryEntryBesideTheLemmaOfTheTreebanks() {
        assertThat(conllu("Je me lave."))
                .contains("\tmoi\tPRON")
                .contains("Entry=je")
                .contains("Entry=me");
    }

    @Test
    void givesTheTextBackFromConllu() throws IOException {
        String[] pieces = {
            "Le chat dort",
            ". ",
            " ",
            "\n",
            "\n\n",
            "\t",
            "\u00A0",
            "50 000",
            "au",
            "Du pain",
            "😀",
            "?",
            "«",
            " ; ",
            "l’",
            "\r\n",
            "- "
        };
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(25); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            StringBuilder back = new StringBuilder();
            for (ConlluSentence sentence : read(conllu(text.toString()))) {
                for (ConlluToken token : sentence.tokens()) {
                    back.append(token.form()).append(token.spacesAfter());
                }
            }
            String expected = text.toString().isBlank() ? "" : text.toString();
            assertThat(back.toString().stripLeading()).as("seed " + seed).isEqualTo(stripLeading(expected));
        }
    }

    private static String stripLeading(String text) {
        int i = 0;
        while (i < text.length() && Marks.isSpace(text.charAt(i))) {
            i++;
        }
        return text.substring(i);
    }

    @Test
    void doesNotDependOnWhatItAnnotatedBefore() {
        String text = "Où va-t-elle ? Nous l’avons vue hier au marché.";
        String first = conllu(text);
        conllu("Marché conclu. VA OÙ TU VEUX, vue du ciel, où qu’elle aille.");
        assertThat(conllu(text)).isEqualTo(first);
        assertThat(worker().annotate(text, Annotations.NONE)).isEqualTo(annotator.annotate(text, Annotations.NONE));
    }

    @Test
    void bearsHostileText() throws IOException {
        List<String> texts = List.of(
                "",
                " \n ",
                "😀😀👍🏽",
                "שלום עולם مرحبا",
                "\u202Eabc",
                "x".repeat(300_000),
                "a ".repeat(20_000),
                "Ꭰ汉字かな",
                "\u0000\u0001");
        for (String text : texts) {
            int tokens = read(conllu(text)).stream()
                    .mapToInt(sentence -> sentence.tokens().size())
                    .sum();
            assertThat(tokens == 0).isEqualTo(text.isBlank());
        }
    }

    @Test
    void writesSpansInCodePoints() {
        assertThat(annotator.annotate("😀 Oui. Non.", Annotations.NONE).tokens().orElseThrow())
                .extracting(token -> token.start() + "-" + token.end())
                .containsExactly("0-1", "2-5", "5-6", "7-10", "10-11");
    }
}
