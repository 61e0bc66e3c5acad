package fr.corpus.cli.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The plainest measure of likeness, written apart from the library's own so that one can judge the other. */
final class WordShingles {

    private static final int WORDS = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private WordShingles() {}

    /** Shared among all runs of five lower-cased words, 0 to 1. */
    static double jaccard(String one, String other) {
        Set<List<String>> a = shingles(one);
        Set<List<String>> b = shingles(other);
        Set<List<String>> both = new HashSet<>(a);
        both.retainAll(b);
        int all = a.size() + b.size() - both.size();
        return all == 0 ? 1 : (double) both.size() / all;
    }

    private static Set<List<String>> shingles(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        Set<List<String>> shingles = new HashSet<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            shingles.add(new ArrayList<>(words.subList(i, i + WORDS)));
        }
        return shingles;
    }
}
