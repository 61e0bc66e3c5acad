package fr.corpus.eval.metric;

import java.util.Arrays;

/**
 * Edit distances between a hypothesis and a reference within a band around the diagonal, from the start and to the end, so
 * that a change in the middle costs only the rows in between. Reused, confined to one thread.
 *
 * <p>Row i belongs to the first i words of the hypothesis; all hypotheses of one search have the same length, hence the same
 * band. Row 0 has no band and costs j.
 */
final class EditBand {

    private static final int BEAM = 25;
    private static final int INFINITE = 1 << 28;

    private int rows;
    private int columns;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] base = new int[64];
    private int[] forward = new int[4096];
    private int[] backward = new int[4096];
    private int[] above = new int[128];
    private int[] here = new int[128];
    private int[] reference = {};

    /** Takes the lengths of both sides and the words of the reference. */
    void begin(int hypothesisLength, Symbols referenceWords) {
        rows = hypothesisLength;
        columns = referenceWords.length();
        reference = referenceWords.array();
        if (from.length < rows + 1) {
            from = new int[rows + 64];
            to = new int[rows + 64];
            base = new int[rows + 64];
        }
        double ratio = rows > 0 ? (double) columns / rows : 1;
        int beam = BEAM < ratio / 2 ? (int) Math.ceil(ratio / 2 + BEAM) : BEAM;
        from[0] = 0;
        to[0] = columns + 1;
        int cells = 0;
        for (int i = 1; i <= rows; i++) {
            int diagonal = (int) Math.floor(i * ratio);
            from[i] = Math.max(0, diagonal - beam);
            to[i] = i == rows ? columns + 1 : Math.min(columns + 1, diagonal + beam);
            base[i] = cells - from[i];
            cells = Math.addExact(cells, to[i] - from[i]);
        }
        if (forward.length < cells) {
            forward = new int[cells + 1024];
            backward = new int[cells + 1024];
        }
        if (above.length < columns + 3) {
            above = new int[columns + 64];
            here = new int[columns + 64];
        }
    }

    /** Distance from the start to a place. */
    int fromStart(int i, int j) {
        if (i == 0) {
            return j;
        }
        return j >= from[i] && j < to[i] ? forward[base[i] + j] : INFINITE;
    }

    /** Computes all distances of a hypothesis, from the start and to the end; answers the whole one. */
    int fill(int[] hypothesis) {
        load(0);
        for (int i = 1; i <= rows; i++) {
            advance(i, hypothesis[i - 1]);
            System.arraycopy(above, from[i], forward, base[i] + from[i], to[i] - from[i]);
        }
        fillBackward(hypothesis);
        return above[columns];
    }

    /** Puts a row from the start into {@link #above}, with infinite cells beside it. */
    private void load(int i) {
        if (i == 0) {
            for (int j = 0; j <= columns; j++) {
                above[j] = j;
            }
        } else {
            System.arraycopy(forward, base[i] + from[i], above, from[i], to[i] - from[i]);
        }
        fence(i);
    }

    private void fence(int i) {
        if (i < rows) {
            if (from[i] > 0) {
                above[from[i] - 1] = INFINITE;
            }
            Arrays.fill(above, to[i], Math.max(to[i], to[i + 1]), INFINITE);
        }
    }

    /** Goes from row i−1 to row i, both in {@link #above}. */
    private void advance(int i, int word) {
        int[] up = above;
        int[] row = here;
        int[] words = reference;
        int j = from[i];
        int end = to[i];
        int left;
        int diagonal;
        if (j == 0) {
            left = up[0] + 1;
            diagonal = up[0];
            row[0] = left;
            j = 1;
        } else {
            left = INFINITE;
            diagonal = up[j - 1];
        }
        for (; j < end; j++) {
            int top = up[j];
            int best = diagonal + (words[j - 1] == word ? 0 : 1);
            diagonal = top;
            best = Math.min(best, Math.min(top, left) + 1);
            row[j] = best;
            left = best;
        }
        above = row;
        here = up;
        fence(i);
    }

    private void fillBackward(int[] hypothesis) {
        if (rows == 0) {
            return;
        }
        for (int j = columns; j >= from[rows]; j--) {
            backward[base[rows] + j] = columns - j;
        }
        for (int i = rows - 1; i >= 1; i--) {
            int word = hypothesis[i];
            int right = INFINITE;
            for (int j = to[i] - 1; j >= from[i]; j--) {
                int best = Math.min(right, toEnd(i + 1, j)) + 1;
                if (j < columns) {
                    best = Math.min(best, toEnd(i + 1, j + 1) + (reference[j] == word ? 0 : 1));
                }
                best = Math.min(best, INFINITE);
                backward[base[i] + j] = best;
                right = best;
            }
        }
    }

    private int toEnd(int i, int j) {
        return j >= from[i] && j < to[i] ? backward[base[i] + j] : INFINITE;
    }

    /**
     * The distance of a hypothesis that differs from the filled one between two places only.
     *
     * @param start first word that differs
     * @param end place behind the last word that differs
     */
    int changed(int[] hypothesis, int start, int end) {
        load(start);
        for (int i = start + 1; i <= end; i++) {
            advance(i, hypothesis[i - 1]);
        }
        if (end == rows) {
            return above[columns];
        }
        int best = INFINITE;
        int offset = base[end];
        for (int j = from[end]; j < to[end]; j++) {
            best = Math.min(best, above[j] + backward[offset + j]);
        }
        return best;
    }
}
