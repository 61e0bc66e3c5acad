package fr.corpus.eval.metric;

import java.util.Map;

/**
 * The stemmer that rouge-score uses: Porter (1980) with the extensions of NLTK. Words are of {@code a–z0–9}; those of up to 3 letters stay
 * as they are. Thread-safe.
 */
final class PorterStemmer {

    private static final int LONGEST_UNSTEMMED = 3;

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("skies", "sky"),
            Map.entry("dying", "die"),
            Map.entry("lying", "lie"),
            Map.entry("tying", "tie"),
            Map.entry("news", "news"),
            Map.entry("innings", "inning"),
            Map.entry("inning", "inning"),
            Map.entry("outings", "outing"),
            Map.entry("outing", "outing"),
            Map.entry("cannings", "canning"),
            Map.entry("canning", "canning"),
            Map.entry("howe", "howe"),
            Map.entry("proceed", "proceed"),
            Map.entry("exceed", "exceed"),
            Map.entry("succeed", "succeed"));

    /** Suffixes of step 2 and what replaces them, in the order in which they are tried. */
    private static final String[][] STEP_2 = {
        {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"}, {"bli", "ble"},
        {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"}, {"ization", "ize"}, {"ation", "ate"},
        {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"}, {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},
        {"iviti", "ive"}, {"biliti", "ble"}, {"fulli", "ful"}
    };

    private static final String[][] STEP_3 = {
        {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}
    };

    private static final String[] STEP_4 = {
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
        "iti", "ous", "ive", "ize"
    };

    private PorterStemmer() {}

    /** Stems a word in place; says where it now ends. */
    static int stem(int[] points, int from, int to) {
        if (to - from <= LONGEST_UNSTEMMED) {
            return to;
        }
        String stem = stem(new String(points, from, to - from));
        for (int i = 0; i < stem.length(); i++) {
            points[from + i] = stem.charAt(i);
        }
        return from + stem.length();
    }

    /** The stem of a word, never longer than the word. */
    static String stem(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        return step5(step4(step3(step2(step1c(step1b(step1a(word)))))));
    }

    private static String step1a(String word) {
        if (word.endsWith("ies")) {
            return cut(word, word.length() == 4 ? 1 : 2);
        }
        if (word.endsWith("sses")) {
            return cut(word, 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
    }

    private static String step1b(String word) {
        if (word.endsWith("ied")) {
            return cut(word, word.length() == 4 ? 1 : 2);
        }
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        }
        int suffix = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
        if (suffix == 0 || !hasVowel(cut(word, suffix))) {
            return word;
        }
        String stem = cut(word, suffix);
        if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
            return stem + "e";
        }
        if (endsInDoubleConsonant(stem)) {
            char last = stem.charAt(stem.length() - 1);
            return last == 'l' || last == 's' || last == 'z' ? stem : cut(stem, 1);
        }
        return measure(stem) == 1 && endsShort(stem) ? stem + "e" : stem;
    }

    private static String step1c(String word) {
        String stem = cut(word, Math.min(1, word.length()));
        return word.endsWith("y") && stem.length() > 1 && isConsonant(stem, stem.length() - 1) ? stem + "i" : word;
    }

    private static String step2(String word) {
        if (word.endsWith("alli") && measure(cut(word, 4)) > 0) {
            return step2(cut(word, 2));
        }
        for (String[] rule : STEP_2) {
            if (word.endsWith(rule[0])) {
                return replace(word, rule);
            }
        }
        return word.endsWith("logi") && measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
    }

    private static String step3(String word) {
        for (String[] rule : STEP_3) {
            if (word.endsWith(rule[0])) {
                return replace(word, rule);
            }
        }
        return word;
    }

    private static String replace(String word, String[] rule) {
        String stem = cut(word, rule[0].length());
        return measure(stem) > 0 ? stem + rule[1] : word;
    }

    private static String step4(String word) {
        for (String suffix : STEP_4) {
            if (word.endsWith(suffix)) {
                String stem = cut(word, suffix.length());
                boolean fits = measure(stem) > 1 && (!suffix.equals("ion") || stem.endsWith("s") || stem.endsWith("t"));
                return fits ? stem : word;
            }
        }
        return word;
    }

    private static String step5(String word) {
        String stem = word;
        if (word.endsWith("e")) {
            String shorter = cut(word, 1);
            int measure = measure(shorter);
            if (measure > 1 || measure == 1 && !endsShort(shorter)) {
                stem = shorter;
            }
        }
        return stem.endsWith("ll") && measure(cut(stem, 1)) > 1 ? cut(stem, 1) : stem;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    /** A letter but a, e, i, o, u, and but y behind a consonant. Digits are consonants. */
    private static boolean isConsonant(String word, int i) {
        boolean flips = false;
        int at = i;
        while (at > 0 && word.charAt(at) == 'y') {
            flips = !flips;
            at--;
        }
        return "aeiou".indexOf(word.charAt(at)) < 0 != flips;
    }

    /** How many times a vowel is followed by a consonant. */
    private static int measure(String stem) {
        int measure = 0;
        boolean consonant = true;
        for (int i = 0; i < stem.length(); i++) {
            boolean before = consonant;
            char c = stem.charAt(i);
            consonant = c == 'y' ? i == 0 || !before : "aeiou".indexOf(c) < 0;
            if (i > 0 && consonant && !before) {
                measure++;
            }
        }
        return measure;
    }

    private static boolean hasVowel(String stem) {
        for (int i = 0; i < stem.length(); i++) {
            if (!isConsonant(stem, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInDoubleConsonant(String word) {
        int n = word.length();
        return n >= 2 && word.charAt(n - 1) == word.charAt(n - 2) && isConsonant(word, n - 1);
    }

    /** Consonant, vowel, consonant but w, x, y; or, of two letters, vowel and consonant. */
    private static boolean endsShort(String word) {
        int n = word.length();
        if (n == 2) {
            return !isConsonant(word, 0) && isConsonant(word, 1);
        }
        return n >= 3
                && isConsonant(word, n - 3)
                && !isConsonant(word, n - 2)
                && isConsonant(word, n - 1)
                && "wxy".indexOf(word.charAt(n - 1)) < 0;
    }
}
