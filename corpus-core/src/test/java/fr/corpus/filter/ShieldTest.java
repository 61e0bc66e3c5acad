package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A shield against the plain definition of what a document has of a text. */
class ShieldTest {

    private static final String QUESTION = "Dans quelle ville du Finistère le facteur de 1984 a-t-il perdu ses"
            + " soixante-trois parapluies, et pourquoi les avait-il empruntés à la mairie ?";
    private static final String SHORT = "Qui garde les clefs du phare de Sein la nuit ?";

    private static Optional<Shield.Hit> most(Shield shield, String document) {
        TokenizedText tokens = new TokenizedText();
        new FrenchTokenizer().tokenize(document, tokens);
        return shield.most(document, tokens);
    }

    private static Shield shield(String... texts) {
        List<ShieldedText> all = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            all.add(new ShieldedText("essai@1", "i" + i, "question", texts[i]));
        }
        return Shield.of(all, 13, OptionalLong.of(8));
    }

    @Test
    void findsATextWhateverItsCaseAccentsAndSigns() {
        Shield.Hit hit = most(
                        shield(SHORT, QUESTION),
                        "Avant. "
                                + QUESTION.toUpperCase(java.util.Locale.FRENCH).replace("È", "E") + " Après.")
                .orElseThrow();
        assertThat(hit.text().item()).isEqualTo("i1");
        assertThat(hit.share()).isEqualTo(1);
    }

    @Test
    void holdsNumbersApartThoughTheirHashesAreEqual() {
        assertThat(most(
                        shield("Le traité signé à Brest en 1984 par neuf pays fut lu"),
                        "Le traité signé à Brest en 1985 par neuf pays fut lu"))
                .isEmpty();
    }

    @Test
    void findsAShortTextWholeOnly() {
        String longer = "Qui garde les clefs du phare de Sein la nuit venue ?";
        Shield shield = shield(longer, SHORT);
        assertThat(most(shield, "Question : " + SHORT).orElseThrow().text().item())
                .isEqualTo("i1");
        assertThat(most(shield, longer).orElseThrow().text().item()).isEqualTo("i0");
        assertThat(most(shield(longer), SHORT)).isEmpty();
        assertThat(most(shield, "Qui garde les clefs du phare de Sein le jour ?"))
                .isEmpty();
    }

    @Test
    void countsTextsThatAreTooShort() {
        Shield shield = shield("oui", SHORT, QUESTION);
        assertThat(shield.shielded()).isEqualTo(2);
        assertThat(shield.isShielded(0)).isFalse();
        assertThat(most(shield, "oui, oui, oui, oui, oui, oui, oui, oui, oui")).isEmpty();
    }

    @Test
    void agreesWithThePlainDefinition() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<List<String>> texts = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                texts.add(words(random, 3 + random.nextInt(14)));
            }
            List<String> document = new ArrayList<>(words(random, random.nextInt(20)));
            for (int i = 0; i < 4; i++) {
                List<String> text = texts.get(random.nextInt(texts.size()));
                document.addAll(text.subList(random.nextInt(2), text.size()));
                document.addAll(words(random, random.nextInt(3)));
            }
            List<ShieldedText> all = new ArrayList<>();
            texts.forEach(text -> all.add(new ShieldedText("p", String.join(" ", text), "q", String.join(" ", text))));
            Shield shield = Shield.of(all, 5, OptionalLong.of(4));
            double expected = texts.stream()
                    .mapToDouble(text -> share(text, document))
                    .max()
                    .orElse(0);
            assertThat(most(shield, String.join(" ", document))
                            .map(Shield.Hit::share)
                            .orElse(0.0))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(List.of("mer", "sel", "cap", "baie").get(random.nextInt(4)));
        }
        return words;
    }

    private static double share(List<String> text, List<String> document) {
        int n = text.size() == 4 ? 4 : 5;
        boolean[] covered = new boolean[text.size()];
        for (int from = 0; from + n <= text.size(); from++) {
            if (java.util.Collections.indexOfSubList(document, text.subList(from, from + n)) >= 0) {
                java.util.Arrays.fill(covered, from, from + n, true);
            }
        }
        int count = 0;
        for (boolean each : covered) {
            count += each ? 1 : 0;
        }
        return (double) count / text.size();
    }

    @Test
    void refusesAPhraseLongerThanASequence() {
        assertThatThrownBy(() -> Shield.of(List.of(), 8, OptionalLong.of(9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("phrase-words");
    }
}
