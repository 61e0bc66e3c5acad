package fr.corpus.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencePropertiesTest {

    private static final String[] PIECES = {
        "Il",
        "vient",
        " ",
        " ",
        " ",
        "\u00A0",
        "\n",
        "\n\n",
        "\r\n",
        ".",
        "...",
        "…",
        "!",
        " ?",
        "«",
        " »",
        "»",
        "\"",
        "(",
        ")",
        "[…]",
        "M.",
        "p.",
        "etc.",
        "12",
        "1.",
        "II.",
        "-",
        "— ",
        "• ",
        "J.-P.",
        "l’",
        "É",
        "à",
        "😀",
        "\uD83D",
        "\uDE00",
        "e\u0301",
        ";",
        ":",
        ",",
        "Le chat",
        "dort",
        "\t",
        "\u2028",
        "\f",
        "\uFEFF",
        "S.N.C.F.",
        "https://a.fr/b.c",
        "\0"
    };

    @ParameterizedTest
    @EnumSource(LineBreaks.class)
    void coversAllThatIsNotSpaceInOrder(LineBreaks lineBreaks) {
        SentenceSplitter splitter = new SentenceSplitter(lineBreaks);
        for (long seed = 1; seed <= 3000; seed++) {
            String text = text(new Random(seed));
            check(text, splitter.split(text), "seed " + seed);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(60); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static void check(String text, List<Span> spans, String seed) {
        int[] points = text.codePoints().toArray();
        int before = 0;
        for (Span span : spans) {
            assertThat(span.start()).as(seed).isGreaterThanOrEqualTo(before);
            assertThat(span.end()).as(seed).isGreaterThan(span.start()).isLessThanOrEqualTo(points.length);
            assertThat(isSpace(points[span.start()])).as(seed).isFalse();
            assertThat(isSpace(points[span.end() - 1])).as(seed).isFalse();
            for (int i = before; i < span.start(); i++) {
                assertThat(isSpace(points[i]))
                        .as("%s: code point %s left out", seed, i)
                        .isTrue();
            }
            before = span.end();
        }
        for (int i = before; i < points.length; i++) {
            assertThat(isSpace(points[i]))
                    .as("%s: code point %s left out", seed, i)
                    .isTrue();
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
    }
}
