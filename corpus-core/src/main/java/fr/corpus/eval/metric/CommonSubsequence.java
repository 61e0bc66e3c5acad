package fr.corpus.eval.metric;

import java.util.BitSet;
import java.util.List;

/** Longest common subsequences of words. Reused, confined to one thread. */
final class CommonSubsequence {

    private int[] above = new int[128];
    private int[] here = new int[128];

    /** The length of the longest common subsequence. */
    int length(Symbols left, Symbols right) {
        int columns = right.length();
        if (above.length <= columns) {
            above = new int[columns + 64];
            here = new int[columns + 64];
        }
        java.util.Arrays.fill(above, 0, columns + 1, 0);
        for (int i = 0; i < left.length(); i++) {
            int word = left.at(i);
            int[] up = above;
            int[] row = here;
            row[0] = 0;
            for (int j = 1; j <= columns; j++) {
                row[j] = right.at(j - 1) == word ? up[j - 1] + 1 : Math.max(up[j], row[j - 1]);
            }
            above = row;
            here = up;
        }
        return above[columns];
    }

    /**
     * The words of the reference that one of its subsequences common with a sentence of the hypothesis has, each counted at
     * most as often as both sides have it.
     *
     * @param words how many distinct words there are
     */
    int union(List<Symbols> reference, List<Symbols> hypothesis, int words) {
        int[] leftInReference = counts(reference, words);
        int[] leftInHypothesis = counts(hypothesis, words);
        int hits = 0;
        for (Symbols sentence : reference) {
            BitSet places = new BitSet(sentence.length());
            for (Symbols other : hypothesis) {
                mark(sentence, other, places);
            }
            for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
                int word = sentence.at(i);
                if (leftInHypothesis[word] > 0 && leftInReference[word] > 0) {
                    hits++;
                    leftInHypothesis[word]--;
                    leftInReference[word]--;
                }
            }
        }
        return hits;
    }

    private static int[] counts(List<Symbols> sentences, int words) {
        int[] counts = new int[words];
        for (Symbols sentence : sentences) {
            for (int i = 0; i < sentence.length(); i++) {
                counts[sentence.at(i)]++;
            }
        }
        return counts;
    }

    /** Marks the places of one longest common subsequence: back from the end, left only where left is strictly longer. */
    private static void mark(Symbols left, Symbols right, BitSet places) {
        int rows = left.length();
        int columns = right.length();
        int[][] table = new int[rows + 1][columns + 1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                table[i][j] = left.at(i - 1) == right.at(j - 1)
                        ? table[i - 1][j - 1] + 1
                        : Math.max(table[i - 1][j], table[i][j - 1]);
            }
        }
        int i = rows;
        int j = columns;
        while (i > 0 && j > 0) {
            if (left.at(i - 1) == right.at(j - 1)) {
                places.set(--i);
                j--;
            } else if (table[i][j - 1] > table[i - 1][j]) {
                j--;
            } else {
                i--;
            }
        }
    }
}
