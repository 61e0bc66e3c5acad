package fr.corpus.text.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Recognizes passages that stand in a text of one language but are in another that is often left untranslated or quoted:
 * nearly all their words are words of that language. Confined to one thread.
 */
final class Intruders {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");
    private static final int LEAST_COUNT = 3;

    private final Map<String, Double> leastShares;
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, Set<String>> words = new TreeMap<>();

    /**
     * Intruders in some languages, whose own passages have to come first.
     *
     * @param leastShares by language, the share of known words from which a passage is an intruder
     */
    Intruders(Map<String, Double> leastShares) {
        this.leastShares = new TreeMap<>(leastShares);
        leastShares.keySet().forEach(language -> counts.put(language, new HashMap<>()));
        leastShares.keySet().forEach(language -> words.put(language, new HashSet<>()));
    }

    /** Learns the words of passages, if they are in one of the languages. */
    void learn(String variety, List<String> passages) {
        Map<String, Integer> known = counts.get(variety);
        if (known != null) {
            for (String passage : passages) {
                for (String word : split(passage)) {
                    if (known.merge(word, 1, Integer::sum) == LEAST_COUNT) {
                        words.get(variety).add(word);
                    }
                }
            }
        }
    }

    /** Whether a passage found in a variety is in another language. */
    boolean isIntruder(String variety, String passage) {
        String own = LanguageModel.languageOf(variety);
        String[] split = split(passage);
        return words.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(own))
                .anyMatch(entry -> share(split, entry.getValue()) >= leastShares.get(entry.getKey()));
    }

    private static double share(String[] passage, Set<String> known) {
        int all = 0;
        int found = 0;
        for (String word : passage) {
            if (!word.isEmpty()) {
                all++;
                found += known.contains(word) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) found / all;
    }

    private static String[] split(String passage) {
        return BETWEEN_WORDS.split(passage.toLowerCase(Locale.ROOT));
    }
}
