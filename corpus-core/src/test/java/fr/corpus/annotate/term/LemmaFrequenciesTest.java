package fr.corpus.annotate.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.annotate.model.ModelFile;
import fr.corpus.document.Annotations;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.MalformedSourceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LemmaFrequenciesTest {

    @Test
    void theCarriedTableHasCommonWordsFirst() {
        LemmaFrequencies table = LemmaFrequencies.load();
        assertThat(table.words()).isGreaterThan(200_000);
        assertThat(table.rank("le")).isEqualTo(1);
        assertThat(table.rank("maison")).isLessThan(1000);
        assertThat(table.rank("hypoténuse")).isEqualTo(Integer.MAX_VALUE);
        assertThat(table.count("maison", "NOUN")).isPositive();
        assertThat(table.count("maison", "VERB")).isZero();
    }

    @Test
    void whatIsCountedIsWhatTheTableSays() {
        LemmaCounts counts = new LemmaCounts();
        counts.add(words("Chats/NOUN/chat", "./PUNCT/.", "Chat/PROPN/Chat", "12/NUM/12", "chat/NOUN/chat"));
        counts.add(words("chat/NOUN/chat", "gris/ADJ/gris"));
        LemmaFrequencies table = LemmaFrequencies.of(LemmaFrequencies.train(counts, 1), "own");
        assertThat(table.words()).isEqualTo(5);
        assertThat(table.count("chat", "NOUN")).isEqualTo(3);
        assertThat(table.count("Chat", "PROPN")).isEqualTo(1);
        assertThat(table.rank("chat")).isEqualTo(1);
        assertThat(table.rank("gris")).isEqualTo(2);
        assertThat(table.rank("Chat")).isEqualTo(Integer.MAX_VALUE);
        assertThat(counts.counted().get(0).documents()).isEqualTo(2);
    }

    @Test
    void aKeywordIsUsedSignificantlyMoreThanInTheReference() {
        LemmaCounts counts = new LemmaCounts();
        for (int i = 0; i < 20; i++) {
            counts.add(words("la/DET/le", "turbine/NOUN/turbine", "être/AUX/être", "de/ADP/de"));
        }
        List<Keyword> keywords = LemmaFrequencies.load().keywords(counts, KeyTerms.LEAST, 10);
        assertThat(keywords).extracting(Keyword::lemma).containsExactly("turbine");
        assertThat(keywords.get(0).documents()).isEqualTo(20);
        assertThat(keywords.get(0).logRatio()).isGreaterThan(5);
    }

    @Test
    void aWordThatIsUsedSignificantlyLessIsNoKeyword() {
        LemmaFrequencies reference = LemmaFrequencies.load();
        LemmaCounts counts = new LemmaCounts();
        for (int i = 0; i < 3000; i++) {
            counts.add(words(i < 3 ? "pas/ADV/pas" : "le/DET/le", "de/ADP/de"));
        }
        assertThat(Keyness.logLikelihood(3, counts.words(), reference.count("pas", "ADV"), reference.words()))
                .isGreaterThan(Keyness.SIGNIFICANT);
        assertThat(reference.keywords(counts, KeyTerms.LEAST, 10)).isEmpty();
    }

    @Test
    void aBrokenTableIsRefused() {
        for (String body : List.of("", "x\nle\tDET\t3\n", "12\nle DET 3\n", "12\nle\tDET\ttrois\n")) {
            ModelFile file = new ModelFile(LemmaFrequencies.KIND, 1, body.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> LemmaFrequencies.of(file, "own"))
                    .as(body)
                    .isInstanceOf(MalformedSourceException.class);
        }
    }

    private static Annotations words(String... words) {
        List<Token> tokens = new ArrayList<>();
        for (String word : words) {
            String[] parts = word.split("/");
            tokens.add(new Token(
                    tokens.size(),
                    tokens.size() + 1,
                    List.of(Word.of(parts[0]).tagged(parts[1], "_").lemmatized(parts[2], parts[2]))));
        }
        return Annotations.NONE.withTokens(tokens);
    }
}
