package fr.corpus.annotate.token;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.annotate.conllu.ConlluReader;
import fr.corpus.annotate.conllu.ConlluSentence;
import fr.corpus.annotate.conllu.ConlluToken;
import fr.corpus.document.Span;
import fr.corpus.testing.SharedFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreebankTokenizerTest {

    private static String cut(String text) {
        return TreebankTokenizer.tokens(text).stream()
                .map(span -> text.substring(
                        text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end())))
                .collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "L'an dernier, aujourd’hui; L'|an|dernier|,|aujourd’hui",
                "Où va-t-il ? Dis-le-moi !; Où|va|-t-il|?|Dis|-le|-moi|!",
                "Est-ce qu'elle vient ?; Est|-ce|qu'|elle|vient|?",
                "un rendez-vous à Aix-en-Provence; un|rendez-vous|à|Aix-en-Provence",
                "celui-ci, ce jour-là, peut-être; celui-ci|,|ce|jour|-là|,|peut-être",
                "c'est-à-dire quelqu'un que l'on voit; c'est-à-dire|quelqu'un|que|l'on|voit",
                "M. J.-C. Dupont, de la S.N.C.F. en 2007-2008.; M.|J.-C.|Dupont|,|de|la|S.N.C.F.|en|2007-2008|.",
                "50 000 € et 3,5 % à 20h30; 50 000|€|et|3,5|%|à|20|h|30",
                "de -1 à -0,8 °C; de|-1|à|-0,8|°C",
                "la 21e, le CO2, n° 5; la|21e|,|le|CO2|,|n°|5",
                "70 km/h et/ou rien...; 70|km/h|et|/|ou|rien|...",
                "écrire à a.b@exemple.fr ou https://exemple.fr/x?y=1.; écrire|à|a.b@exemple.fr|ou|https://exemple.fr/x?y=1|.",
                "traité(e)s (ou non); traité(e)s|(|ou|non|)",
                "👩‍👩‍👧 et 🇫🇷👍🏽 !; 👩‍👩‍👧|et|🇫🇷|👍🏽|!",
                "entr'ouvrir O'Kane; entr'ouvrir|O'Kane",
                "j~ je pense; j~|je|pense"
            })
    void cutsAsTheFrenchTreebanksDo(String text, String tokens) {
        assertThat(cut(text)).isEqualTo(tokens);
    }

    @Test
    void keepsTheFullStopOfAnAbbreviationUnlessItEndsTheSentence() {
        assertThat(cut("du racisme, etc., et")).isEqualTo("du|racisme|,|etc.|,|et");
        assertThat(cut("du racisme, etc.")).isEqualTo("du|racisme|,|etc|.");
    }

    @Test
    void holdsEveryCharacterThatIsNotWhiteSpaceOnceAndNeverCutsACodePoint() {
        String[] pieces = {
            "a", "É", "l'", "’", "-", "-t-il", " ", "\u00A0", "\n", "9", "12", ".", "...", "(", ")", "😀", "\u200D",
            "\uFE0F", "\uD83D", "\uDE00", "🇫", "@", "/", "http://", "ש", "ا", "\u0301", "~", "°", "&", "&B", "\u0000",
            "œ", "x.y", "«", "€"
        };
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            check(text.toString(), seed);
        }
    }

    private static void check(String text, long seed) {
        TokenSpans spans = new TokenSpans();
        TreebankTokenizer.tokenize(text, 0, text.length(), spans);
        int at = 0;
        for (int i = 0; i < spans.size(); i++) {
            assertThat(isSpace(text.substring(at, spans.start(i))))
                    .as("seed " + seed)
                    .isTrue();
            assertThat(spans.end(i)).as("seed " + seed).isGreaterThan(spans.start(i));
            assertThat(isInsidePair(text, spans.start(i)) || isInsidePair(text, spans.end(i)))
                    .as("seed " + seed)
                    .isFalse();
            at = spans.end(i);
        }
        assertThat(isSpace(text.substring(at))).as("seed " + seed).isTrue();
    }

    private static boolean isSpace(String text) {
        return text.chars().allMatch(c -> Glyphs.isSpace((char) c));
    }

    private static boolean isInsidePair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    @Test
    void cutsAVeryLongWordInLinearTime() {
        assertThat(TreebankTokenizer.tokens("a".repeat(2_000_000))).hasSize(1);
        assertThat(TreebankTokenizer.tokens("-".repeat(2_000_000))).hasSize(1);
        assertThat(TreebankTokenizer.tokens("a-".repeat(200_000)).size()).isPositive();
        assertThat(TreebankTokenizer.tokens("1 ".repeat(200_000))).hasSize(200_000);
        assertThat(TreebankTokenizer.tokens("a.".repeat(200_000)).size()).isPositive();
        assertThat(TreebankTokenizer.tokens("😀\u200D".repeat(200_000)).size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "fr_gsd-ud-dev, 0.9985",
        "fr_sequoia-ud-dev, 0.9985",
        "fr_rhapsodie-ud-dev, 0.999",
        "fr_parisstories-ud-dev, 0.999"
    })
    void findsTheTokensOfATreebankAgain(String name, double floor) throws IOException {
        int right = 0;
        int all = 0;
        for (ConlluSentence sentence : ConlluReader.readAll(SharedFolder.need("data/ud-french/" + name + ".conllu"))) {
            List<Span> gold = new ArrayList<>();
            int at = 0;
            for (ConlluToken token : sentence.tokens()) {
                int length = token.form().codePointCount(0, token.form().length());
                gold.add(new Span(at, at + length));
                at += length + token.spacesAfter().length();
            }
            List<Span> found = TreebankTokenizer.tokens(sentence.text());
            Set<Span> both = new HashSet<>(gold);
            both.retainAll(found);
            right += 2 * both.size();
            all += gold.size() + found.size();
        }
        assertThat((double) right / all).isGreaterThanOrEqualTo(floor);
    }
}
