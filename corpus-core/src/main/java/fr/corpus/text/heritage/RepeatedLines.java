package fr.corpus.text.heritage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds running heads and feet: lines that return at one edge of pages near each other. */
final class RepeatedLines {

    /** How many pages before and behind count as near. */
    private static final int NEAR = 12;

    private static final int SHORTEST = 3;

    /** Shorter lines must be the same to the letter. */
    private static final int SHORTEST_ALIKE = 8;

    /** One letter out of so many may differ. */
    private static final int LETTERS_PER_ERROR = 5;

    private RepeatedLines() {}

    static void mark(List<PageLines> pages, PageEdge edge, int minPages) {
        String[][] shapes = new String[pages.size()][];
        Map<String, Integer> atEdges = new HashMap<>();
        Map<String, Integer> inside = new HashMap<>();
        for (int p = 0; p < shapes.length; p++) {
            PageLines page = pages.get(p);
            shapes[p] = page.at(edge).stream().map(page::shape).toArray(String[]::new);
            for (String shape : shapes[p]) {
                atEdges.merge(shape, 1, Integer::sum);
            }
        }
        for (PageLines page : pages) {
            for (int line = page.insideStart(); line < page.insideEnd(); line++) {
                String shape = page.shape(line);
                if (atEdges.containsKey(shape)) {
                    inside.merge(shape, 1, Integer::sum);
                }
            }
        }
        for (int p = 0; p < shapes.length; p++) {
            for (int i = 0; i < shapes[p].length; i++) {
                String shape = shapes[p][i];
                boolean often = inside.getOrDefault(shape, 0) * 2 > atEdges.getOrDefault(shape, 0);
                if (shape.length() >= SHORTEST && !often && isRepeated(shapes, p, shape, minPages - 1)) {
                    pages.get(p).mark(pages.get(p).at(edge).get(i), PageLines.Kind.HEAD);
                }
            }
        }
    }

    private static boolean isRepeated(String[][] shapes, int page, String shape, int wanted) {
        int found = 0;
        int last = Math.min(shapes.length - 1, page + NEAR);
        for (int p = Math.max(0, page - NEAR); p <= last && found < wanted; p++) {
            if (p != page) {
                boolean here = false;
                for (String other : shapes[p]) {
                    here |= isAlike(shape, other);
                }
                found += here ? 1 : 0;
            }
        }
        return found >= wanted;
    }

    /** Whether two shapes differ in one letter out of five at most. */
    static boolean isAlike(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        int length = Math.max(a.length(), b.length());
        int most = length / LETTERS_PER_ERROR;
        if (Math.min(a.length(), b.length()) < SHORTEST_ALIKE || length - Math.min(a.length(), b.length()) > most) {
            return false;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int best = i;
            for (int j = 1; j < row.length; j++) {
                int cost = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
                best = Math.min(best, row[j]);
            }
            if (best > most) {
                return false;
            }
        }
        return row[b.length()] <= most;
    }
}
