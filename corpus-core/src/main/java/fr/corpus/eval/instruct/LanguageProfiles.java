package fr.corpus.eval.instruct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Frequencies of n-grams in 55 languages: {@code language-profiles.txt.gz}, figures of language-detection (Apache-2.0,
 * licenses/third-party/language-detection.txt). The file has a number of languages; for each a line with its code and the number of
 * 1-, 2- and 3-grams counted; for each n-gram a line with, for each language that has it, a digit of base 62 and a count; after a
 * blank line, for each class of Han characters a line that begins with the one that stands for all. Immutable.
 *
 * @param languages codes
 * @param grams the n-grams
 * @param hanClasses the character that stands for another
 */
record LanguageProfiles(List<String> languages, Map<String, Gram> grams, Map<Integer, Integer> hanClasses) {

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final class Loaded {
        static final LanguageProfiles PROFILES = read();
    }

    /**
     * Probability of an n-gram in each language that has it.
     *
     * @param languages numbers of languages, ascending
     * @param probabilities theirs
     */
    record Gram(byte[] languages, double[] probabilities) {

        /** Takes the n-gram into account. */
        void update(double[] all, double weight) {
            int next = 0;
            for (int i = 0; i < all.length; i++) {
                boolean has = next < languages.length && languages[next] == i;
                all[i] *= has ? weight + probabilities[next++] : weight;
            }
        }
    }

    static LanguageProfiles load() {
        return Loaded.PROFILES;
    }

    private static LanguageProfiles read() {
        try (InputStream in = LanguageProfiles.class.getResourceAsStream("language-profiles.txt.gz")) {
            if (in == null) {
                throw new IllegalStateException("missing from the library: language-profiles.txt.gz");
            }
            return read(new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LanguageProfiles read(BufferedReader lines) throws IOException {
        int count = Integer.parseInt(lines.readLine());
        List<String> languages = new ArrayList<>();
        double[][] totals = new double[count][3];
        for (int i = 0; i < count; i++) {
            String[] cells = lines.readLine().split("\t");
            languages.add(cells[0]);
            for (int n = 0; n < 3; n++) {
                totals[i][n] = Long.parseLong(cells[n + 1]);
            }
        }
        Map<String, Gram> grams = new HashMap<>();
        for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
            int tab = line.indexOf('\t');
            String gram = line.substring(0, tab);
            grams.put(gram, gram(line.substring(tab + 1).split(" "), totals, gram.codePointCount(0, tab) - 1));
        }
        Map<Integer, Integer> han = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int stands = line.codePointAt(0);
            line.codePoints().forEach(c -> han.put(c, stands));
        }
        return new LanguageProfiles(List.copyOf(languages), grams, han);
    }

    private static Gram gram(String[] counts, double[][] totals, int order) {
        byte[] languages = new byte[counts.length];
        double[] probabilities = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            int language = DIGITS.indexOf(counts[i].charAt(0));
            languages[i] = (byte) language;
            probabilities[i] = Long.parseLong(counts[i].substring(1)) / totals[language][order];
        }
        return new Gram(languages, probabilities);
    }
}
