package fr.corpus.eval.instruct;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * The language of a text by the method and the profiles of language-detection (N. Shuyo, 2010; port langdetect 1.0.9), because published
 * verdicts rest on it: seven trials that draw n-grams of one to three letters until one of 55 languages is all but certain. The original
 * draws from an unseeded generator, so that it may answer twice differently on a text between two languages; here the draw depends on the
 * text and a number only (docs/decisions/0178). Thread-safe.
 */
final class LanguageDraw {

    private static final int TRIALS = 7;
    private static final int MAX_ROUNDS = 1000;
    private static final int MAX_CHARS = 10_000;
    private static final double CERTAIN = 0.99999;
    private static final double LEAST = 0.1;
    private static final double ALPHA = 0.5;
    private static final double ALPHA_WIDTH = 0.05;
    private static final double BASE = 10_000;

    private static final Pattern URL = Pattern.compile("https?://[-_.?&~;+=/#0-9A-Za-z]{1,2076}");
    private static final Pattern MAIL =
            Pattern.compile("[-_.0-9A-Za-z]{1,64}@[-_0-9A-Za-z]{1,255}[-_.0-9A-Za-z]{1,255}");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "[AEIOUYaeiouy\u00C2\u00CA\u00D4\u00E2\u00EA\u00F4\u0102\u0103\u01A0\u01A1\u01AF\u01B0][\u0300\u0301\u0303\u0309\u0323]");

    private LanguageDraw() {}

    /**
     * The most probable language, as the profiles name it ({@code fr}, {@code zh-cn}); empty when the text has nothing to go by;
     * {@code unknown} when no language is probable.
     *
     * @param draw which of the possible draws
     */
    static Optional<String> detect(String text, long draw) {
        LanguageProfiles profiles = LanguageProfiles.load();
        List<LanguageProfiles.Gram> grams = grams(letters(text), profiles);
        if (grams.isEmpty()) {
            return Optional.empty();
        }
        Random random = new Random(draw * 0x9E3779B97F4A7C15L + hash(text));
        double[] mean = new double[profiles.languages().size()];
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] probabilities = trial(grams, random, mean.length);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += probabilities[i] / TRIALS;
            }
        }
        int best = 0;
        for (int i = 1; i < mean.length; i++) {
            best = mean[i] > mean[best] ? i : best;
        }
        return Optional.of(mean[best] > LEAST ? profiles.languages().get(best) : "unknown");
    }

    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static double[] trial(List<LanguageProfiles.Gram> grams, Random random, int languages) {
        double[] probabilities = new double[languages];
        java.util.Arrays.fill(probabilities, 1.0 / languages);
        double weight = (ALPHA + random.nextGaussian() * ALPHA_WIDTH) / BASE;
        for (int round = 0; ; round++) {
            grams.get(random.nextInt(grams.size())).update(probabilities, weight);
            if (round % 5 == 0 && (normalize(probabilities) > CERTAIN || round >= MAX_ROUNDS)) {
                return probabilities;
            }
        }
    }

    private static double normalize(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum += p;
        }
        double most = 0;
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= sum;
            most = Math.max(most, probabilities[i]);
        }
        return most;
    }

    /** Without addresses, runs of spaces, and Latin letters in a text that is mostly not Latin; 10,000 characters at most. */
    private static int[] letters(String text) {
        String plain = MAIL.matcher(URL.matcher(text).replaceAll(" ")).replaceAll(" ");
        plain = VIETNAMESE.matcher(plain).replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFC));
        int[] all = plain.codePoints().limit(MAX_CHARS).toArray();
        int[] kept = new int[all.length];
        int count = 0;
        int latin = 0;
        int others = 0;
        int previous = 0;
        for (int c : all) {
            if (c != ' ' || previous != ' ') {
                kept[count++] = c;
                latin += isLatin(c) ? 1 : 0;
                others += c >= 0x300 && block(c) != Character.UnicodeBlock.LATIN_EXTENDED_ADDITIONAL ? 1 : 0;
            }
            previous = c;
        }
        boolean drop = latin * 2 < others;
        return java.util.Arrays.stream(kept, 0, count)
                .filter(c -> !drop || !isLatin(c))
                .toArray();
    }

    private static boolean isLatin(int c) {
        return c >= 'A' && c <= 'z';
    }

    private static Character.UnicodeBlock block(int c) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
        return block == null ? Character.UnicodeBlock.PRIVATE_USE_AREA : block;
    }

    /** The known n-grams; none inside a word that starts with two capitals. */
    private static List<LanguageProfiles.Gram> grams(int[] letters, LanguageProfiles profiles) {
        List<LanguageProfiles.Gram> grams = new ArrayList<>();
        StringBuilder window = new StringBuilder(" ");
        int last = ' ';
        boolean capitals = false;
        for (int raw : letters) {
            int c = normalize(raw, profiles.hanClasses());
            if (last == ' ') {
                window.setLength(0);
                window.append(' ');
                capitals = false;
                if (c == ' ') {
                    continue;
                }
            } else if (window.codePointCount(0, window.length()) >= 3) {
                window.delete(0, Character.charCount(window.codePointAt(0)));
            }
            window.appendCodePoint(c);
            capitals = Character.isUpperCase(c) && (capitals || Character.isUpperCase(last));
            last = c;
            if (!capitals) {
                collect(window, profiles, grams);
            }
        }
        return grams;
    }

    private static void collect(StringBuilder window, LanguageProfiles profiles, List<LanguageProfiles.Gram> grams) {
        int start = window.length();
        while (start > 0) {
            start -= Character.charCount(window.codePointBefore(start));
            String gram = window.substring(start);
            LanguageProfiles.Gram known =
                    gram.equals(" ") ? null : profiles.grams().get(gram);
            if (known != null) {
                grams.add(known);
            }
        }
    }

    private static int normalize(int c, Map<Integer, Integer> han) {
        Character.UnicodeBlock block = block(c);
        if (block == Character.UnicodeBlock.BASIC_LATIN) {
            return c < 'A' || c > 'Z' && c < 'a' || c > 'z' ? ' ' : c;
        }
        if (block == Character.UnicodeBlock.LATIN_1_SUPPLEMENT) {
            return c == 0xA0 || c == 0xAB || c == 0xB0 || c == 0xBB ? ' ' : c;
        }
        if (block == Character.UnicodeBlock.LATIN_EXTENDED_B) {
            return c == 0x219 ? 0x15F : c == 0x21B ? 0x163 : c;
        }
        if (block == Character.UnicodeBlock.GENERAL_PUNCTUATION) {
            return ' ';
        }
        if (block == Character.UnicodeBlock.ARABIC) {
            return c == 0x6CC ? 0x64A : c;
        }
        if (block == Character.UnicodeBlock.LATIN_EXTENDED_ADDITIONAL) {
            return c >= 0x1EA0 ? 0x1EC3 : c;
        }
        if (block == Character.UnicodeBlock.HIRAGANA) {
            return 0x3042;
        }
        if (block == Character.UnicodeBlock.KATAKANA) {
            return 0x30A2;
        }
        if (block == Character.UnicodeBlock.BOPOMOFO || block == Character.UnicodeBlock.BOPOMOFO_EXTENDED) {
            return 0x3105;
        }
        if (block == Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS) {
            return han.getOrDefault(c, c);
        }
        return block == Character.UnicodeBlock.HANGUL_SYLLABLES ? 0xAC00 : c;
    }
}
