package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels against the same definitions written plainly, with strings, on random texts full of repetition. */
class RepetitionOracleTest {

    private static final String[] PIECES = {
        "a", "b", "le", "la", "chat", "dort", "été", "😀", "𝒆", "…", "\n", "\n", "\n\n", "\n\n\n", " ", "\u00A0",
        " \n", "oui."
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void measuresWhatThePlainDefinitionsMeasure(long seed) {
        Random random = new Random(seed);
        TextView view = new TextView(new SpacedTokens());
        for (int round = 0; round < 400; round++) {
            String text = text(random);
            RepetitionSignals.measure(view.of(text), 1);
            expected(text)
                    .forEach((signal, value) -> assertThat(view.signals().get(signal))
                            .as("seed %d, %s of %s", seed, signal, text)
                            .isCloseTo(value, within(1e-12)));
        }
    }

    private static String text(Random random) {
        int distinct = 2 + random.nextInt(PIECES.length - 1);
        int length = 1 + random.nextInt(120);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            if (random.nextInt(12) == 0 && out.length() > 0) {
                int from = random.nextInt(out.length());
                out.append(out.substring(from, Math.min(out.length(), from + 40)));
            } else {
                out.append(PIECES[random.nextInt(distinct)]).append(random.nextInt(3) == 0 ? "" : " ");
            }
        }
        return repair(out);
    }

    /** Cutting may have left half of a pair. */
    private static String repair(StringBuilder out) {
        return out.codePoints()
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('.')
                .toString();
    }

    private static Map<Signal, Double> expected(String text) {
        Map<Signal, Double> values = new LinkedHashMap<>();
        double length = length(text);
        duplicates(values, text.split("\n+", -1), length, Signal.DUPLICATE_LINES, Signal.DUPLICATE_LINE_CHARS);
        String[] paragraphs = text.replaceAll("(?U)^\\s+|\\s+$", "").split("\n{2,}", -1);
        duplicates(values, paragraphs, length, Signal.DUPLICATE_PARAGRAPHS, Signal.DUPLICATE_PARAGRAPH_CHARS);
        List<String> tokens = Arrays.stream(text.split("(?U)\\s+"))
                .filter(token -> !token.isEmpty())
                .toList();
        Signal[] tops = {Signal.TOP_2GRAM, Signal.TOP_3GRAM, Signal.TOP_4GRAM};
        for (int n = 2; n <= 4; n++) {
            values.put(tops[n - 2], top(tokens, n) / length);
        }
        Signal[] repeats = {
            Signal.DUPLICATE_5GRAMS,
            Signal.DUPLICATE_6GRAMS,
            Signal.DUPLICATE_7GRAMS,
            Signal.DUPLICATE_8GRAMS,
            Signal.DUPLICATE_9GRAMS,
            Signal.DUPLICATE_10GRAMS
        };
        for (int n = 5; n <= 10; n++) {
            values.put(repeats[n - 5], repeated(tokens, n) / length);
        }
        return values;
    }

    private static void duplicates(
            Map<Signal, Double> values, String[] elements, double length, Signal share, Signal chars) {
        Set<String> seen = new HashSet<>();
        double count = 0;
        double characters = 0;
        for (String element : elements) {
            if (!seen.add(element)) {
                count++;
                characters += length(element);
            }
        }
        values.put(share, count / elements.length);
        values.put(chars, characters / length);
    }

    private static double top(List<String> tokens, int n) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i + n <= tokens.size(); i++) {
            counts.merge(tokens.subList(i, i + n), 1, Integer::sum);
        }
        List<String> best = List.of();
        int most = 0;
        for (Map.Entry<List<String>, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return (double) length(String.join(" ", best)) * most;
    }

    private static double repeated(List<String> tokens, int n) {
        Set<List<String>> seen = new HashSet<>();
        double characters = 0;
        int i = 0;
        while (i + n <= tokens.size()) {
            List<String> gram = new ArrayList<>(tokens.subList(i, i + n));
            if (seen.add(gram)) {
                i++;
            } else {
                characters += length(String.join("", gram));
                i += n;
            }
        }
        return characters;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
