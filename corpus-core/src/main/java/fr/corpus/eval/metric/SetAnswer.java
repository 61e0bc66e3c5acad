package fr.corpus.eval.metric;

import java.util.HashSet;
import java.util.Set;

/** Measures of an answer that is a set, such as the right letters of a question with several. */
public final class SetAnswer {

    private SetAnswer() {}

    /** 1 if both sets are the same, else 0. */
    public static double exact(Set<String> right, Set<String> predicted) {
        return right.equals(predicted) ? 1 : 0;
    }

    /** The share of elements in common (Jaccard; FrenchMedMCQA calls it Hamming); 1 for two empty sets. */
    public static double jaccard(Set<String> right, Set<String> predicted) {
        Set<String> union = new HashSet<>(right);
        union.addAll(predicted);
        if (union.isEmpty()) {
            return 1;
        }
        long common = right.stream().filter(predicted::contains).count();
        return (double) common / union.size();
    }
}
