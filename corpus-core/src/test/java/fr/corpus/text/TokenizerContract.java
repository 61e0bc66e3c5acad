package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every tokenizer on every text. */
interface TokenizerContract {

    Tokenizer tokenizer();

    /** Whether a UTF-16 unit outside of all tokens is what this tokenizer may leave out. */
    boolean mayLeaveOut(int codePoint);

    /** The tokens of the random texts of seeds 0 to 4999 in one number, which never changes while the version stays. */
    long pinned();

    /** Random texts, most of them nasty. */
    static String text(Random random) {
        String[] parts = {
            "le",
            "l'",
            "d’",
            "qu'il",
            "arc-en-ciel",
            "dit-il",
            "a-t-on",
            "va-t’en",
            "12",
            "500",
            "3,5",
            "€",
            "%",
            "n°",
            "M.",
            "S.A.",
            "J.-C.",
            "http://a.fr/b",
            "x@y.fr",
            "www.a.fr",
            "...",
            "…",
            ":)",
            "(",
            ")",
            "«",
            "»",
            "-",
            "—",
            "'",
            ".",
            ",",
            " ",
            " ",
            " ",
            "\n",
            "\u00A0",
            "\u202F",
            "\t",
            "-\n",
            "\u00AD",
            "\u200B",
            "\u0301",
            "é",
            "É",
            "ſ",
            "ﬁ",
            "漢",
            "😀",
            "👍🏽",
            "\u200D",
            "🇫🇷",
            "\uD83D",
            "\uDE00",
            "\uFFFE",
            "\0",
            "İ",
            "ʼ",
            "º",
            "²",
            "_",
            "@",
            ":",
            "/",
            "&",
            "°"
        };
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(25); n > 0; n--) {
            text.append(
                    random.nextInt(12) == 0
                            ? Character.toString(random.nextInt(0x110000))
                            : parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    @Test
    default void givesTokensInOrderThatMissNothingAndMeasureRight() {
        TokenizedText out = new TokenizedText();
        for (int seed = 0; seed < 20_000; seed++) {
            String text = text(new Random(seed));
            tokenizer().tokenize(text, out);
            int at = 0;
            for (int i = 0; i < out.size(); i++) {
                int start = out.start()[i];
                int end = out.end()[i];
                assertThat(start).as("seed %d", seed).isGreaterThanOrEqualTo(at);
                assertThat(end).as("seed %d", seed).isGreaterThan(start);
                checkGap(text, at, start, seed);
                String token = text.substring(start, end);
                assertThat(splitsPair(text, start) || splitsPair(text, end))
                        .as("seed %d, %s", seed, token)
                        .isFalse();
                assertThat(out.codePoints()[i])
                        .as("seed %d, %s", seed, token)
                        .isEqualTo(token.codePointCount(0, token.length()));
                assertThat(out.hash()[i]).as("seed %d, %s", seed, token).isEqualTo(TokenHash.of(token));
                assertThat(out.folded()[i]).as("seed %d, %s", seed, token).isEqualTo(Folding.hash(token));
                at = end;
            }
            checkGap(text, at, text.length(), seed);
        }
    }

    private void checkGap(String text, int from, int to, int seed) {
        text.substring(from, to)
                .codePoints()
                .forEach(c -> assertThat(mayLeaveOut(c))
                        .as("seed %d, U+%04X", seed, c)
                        .isTrue());
    }

    private static boolean splitsPair(String text, int i) {
        return i > 0
                && i < text.length()
                && Character.isHighSurrogate(text.charAt(i - 1))
                && Character.isLowSurrogate(text.charAt(i));
    }

    @Test
    default void neverChangesItsTokens() {
        TokenizedText out = new TokenizedText();
        long all = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            tokenizer().tokenize(text(new Random(seed)), out);
            for (int i = 0; i < out.size(); i++) {
                long token = out.hash()[i] ^ out.folded()[i] << 1 ^ out.classes()[i];
                all = all * 31 + token + out.start()[i] * 0x1_0000_0001L + out.codePoints()[i];
            }
        }
        assertThat(all).isEqualTo(pinned());
    }

    @Test
    default void servesManyThreadsAndGivesTheSame() {
        String text =
                IntStream.range(0, 500).mapToObj(seed -> text(new Random(seed))).reduce("", String::concat);
        TokenizedText alone = Tokens.cut(tokenizer(), text);
        Tokenizer shared = tokenizer();
        CompletableFuture<?>[] all = IntStream.range(0, 4)
                .mapToObj(k -> CompletableFuture.runAsync(() -> {
                    TokenizedText mine = new TokenizedText();
                    for (int round = 0; round < 3; round++) {
                        shared.tokenize(text, mine);
                        assertThat(Arrays.copyOf(mine.hash(), mine.size()))
                                .isEqualTo(Arrays.copyOf(alone.hash(), alone.size()));
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();
    }

    @Test
    default void takesTimeInProportionToTheTextWhateverItIs() {
        // A quadratic path would take minutes on these; a linear one takes milliseconds.
        for (String unit : new String[] {
            "(", "a.", "aa.", "-il", "l'", "a@", "1.1", "://", "a-de-", "a'", "x-", "(a", "a\u00AD", ":)"
        }) {
            String text = unit.repeat(1_000_000 / unit.length());
            assertThat(Tokens.cut(tokenizer(), text).size()).isPositive();
        }
    }

    @Test
    default void takesTurnsOnOneTokenizedText() {
        TokenizedText out = new TokenizedText();
        Tokenizer[] both = {new FrenchTokenizer(), new SpacyFrenchTokenizer(), tokenizer()};
        String text = "L’été, dit-il, c'est :)";
        int expected = Tokens.cut(tokenizer(), text).size();
        for (int round = 0; round < 3; round++) {
            for (Tokenizer one : both) {
                one.tokenize(text, out);
            }
            assertThat(out.size()).isEqualTo(expected);
        }
    }
}
