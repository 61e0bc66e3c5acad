package fr.corpus.text.ocr;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.text.heritage.WordForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Learns an {@link OcrModel} from clean texts, to which it does damage itself: the same bytes for the same texts and seed.
 *
 * <p>Texts are {@code DIR/*.txt}, UTF-8. Letter costs are interpolated trigrams; weights are a logistic regression by
 * gradient descent over windows with 0, 1, 2, 5, 10 and 20 % of wrong characters.
 */
public final class OcrTrainer {

    private static final int WINDOW_TOKENS = 180;
    private static final int WINDOWS_A_TEXT = 40;
    private static final int STEPS = 400;
    private static final double RATE = 2;
    private static final double SHRINK = 1e-5;
    private static final int LONGEST_MEASURED = 200_000;
    private static final long SEED = 20261124;

    private final List<List<String>> texts = new ArrayList<>();

    private record Example(double[] features, boolean damaged) {}

    private OcrTrainer() {}

    /**
     * Learns from the texts of a directory.
     *
     * @throws MalformedSourceException if there is none
     */
    public static OcrModel train(Path directory) throws IOException {
        if (files(directory).isEmpty()) {
            throw new MalformedSourceException(UserMessage.of("text.ocr.no-training-texts", directory.toString()));
        }
        OcrTrainer trainer = new OcrTrainer();
        for (Path file : files(directory)) {
            trainer.texts.add(tokens(Files.readString(file)));
        }
        LetterCosts costs = trainer.costs();
        List<List<Example>> byRate = new ArrayList<>();
        for (double rate : OcrModel.RATES) {
            byRate.add(trainer.examples(costs, rate));
        }
        double[] weights = weights(byRate.stream().flatMap(List::stream).toList());
        OcrQuality raw = new OcrQuality(OcrModel.of(costs, weights, new double[OcrModel.RATES.length]));
        double[] damage = new double[OcrModel.RATES.length];
        for (Path file : files(directory)) {
            String text = start(Files.readString(file));
            for (int i = 0; i < damage.length; i++) {
                String damaged = OcrDamage.text(text, OcrModel.RATES[i], SEED + 1);
                damage[i] += (1 - raw.measure(damaged).whole().score()) / trainer.texts.size();
            }
        }
        return OcrModel.of(costs, weights, damage);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_MEASURED));
    }

    private static List<String> tokens(String text) {
        List<String> all = new ArrayList<>();
        Tokens tokens = new Tokens(text);
        tokens.turn(0, text.length());
        while (tokens.next()) {
            all.add(tokens.token().toString());
        }
        return all;
    }

    private LetterCosts costs() {
        int n = LetterCosts.LETTERS;
        double[] three = new double[LetterCosts.CELLS];
        double[] two = new double[n * n];
        double[] one = new double[n];
        for (List<String> text : texts) {
            for (String token : text) {
                for (String word : WordForms.spelled(token).split("[^\\p{L}]+")) {
                    count(word, three, two, one);
                }
            }
        }
        byte[] costs = new byte[LetterCosts.CELLS];
        double all = Arrays.stream(one).sum();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double before = 0;
                for (int c = 0; c < n; c++) {
                    before += three[LetterCosts.cell(a, b, c)];
                }
                double row = Arrays.stream(two, b * n, b * n + n).sum();
                for (int c = 0; c < n; c++) {
                    double single = (one[c] + 0.5) / (all + 0.5 * n);
                    double pair = (two[b * n + c] + 5 * single) / (row + 5);
                    double p = (three[LetterCosts.cell(a, b, c)] + 5 * pair) / (before + 5);
                    costs[LetterCosts.cell(a, b, c)] =
                            (byte) Math.min(255, Math.round(-StrictMath.log(p) * LetterCosts.UNITS));
                }
            }
        }
        return new LetterCosts(costs);
    }

    private static void count(String word, double[] three, double[] two, double[] one) {
        int a = LetterCosts.EDGE;
        int b = LetterCosts.EDGE;
        for (int i = 0; word.length() > 1 && i <= word.length(); i++) {
            int c = i < word.length() ? LetterCosts.code(word.charAt(i)) : LetterCosts.EDGE;
            three[LetterCosts.cell(a, b, c)]++;
            two[b * LetterCosts.LETTERS + c]++;
            one[c]++;
            a = b;
            b = c;
        }
    }

    private List<Example> examples(LetterCosts costs, double rate) {
        List<Example> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (List<String> text : texts) {
            for (int w = 0; w < WINDOWS_A_TEXT; w++) {
                int from = (int) ((long) w * Math.max(0, text.size() - WINDOW_TOKENS) / WINDOWS_A_TEXT);
                List<String> window = text.subList(from, Math.min(text.size(), from + WINDOW_TOKENS));
                List<String> tokens = new ArrayList<>();
                List<Boolean> damaged = new ArrayList<>();
                OcrDamage damage = new OcrDamage(rate, random.split());
                for (String token : window) {
                    damage.token(token, tokens, damaged);
                }
                List<double[]> features = OcrQuality.features(tokens, costs);
                for (int i = 0; i < features.size(); i++) {
                    if (features.get(i)[0] > 0) {
                        all.add(new Example(features.get(i), damaged.get(i)));
                    }
                }
            }
        }
        return all;
    }

    private static double[] weights(List<Example> examples) {
        int n = OcrWord.FEATURES;
        double[] weights = new double[n];
        double[] squares = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[n];
            for (Example example : examples) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += weights[i] * example.features()[i];
                }
                double error = 1 / (1 + StrictMath.exp(-sum)) - (example.damaged() ? 1 : 0);
                for (int i = 0; i < n; i++) {
                    gradient[i] += error * example.features()[i];
                }
            }
            for (int i = 0; i < n; i++) {
                double slope = gradient[i] / examples.size() + SHRINK * weights[i];
                squares[i] += slope * slope;
                weights[i] -= RATE * slope / (1e-6 + Math.sqrt(squares[i]));
            }
        }
        return weights;
    }
}
