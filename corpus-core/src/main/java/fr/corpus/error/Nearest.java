package fr.corpus.error;

import java.util.Collection;
import java.util.Optional;

/** Finds the known word that someone most likely meant. Thread-safe. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate at the smallest distance, the first of equals; empty when all are too far: more than a third of the
     * longer word, or when hyphened parts coincide, more than half.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String best = null;
        double least = Double.MAX_VALUE;
        for (String candidate : candidates) {
            double share = (double) distance(word, candidate) / Math.max(word.length(), candidate.length());
            double limit = shareAPart(word, candidate) ? 0.75 : 0.4;
            if (share <= limit && share < least) {
                best = candidate;
                least = share;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean shareAPart(String one, String other) {
        String[] parts = one.split("[-_.@]");
        String first = parts.length > 0 ? parts[0] : "";
        return first.length() >= 3 && (other.startsWith(first + "-") || other.startsWith(first + "."));
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, in UTF-16 units. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
