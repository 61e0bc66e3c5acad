package fr.corpus.text.heritage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of one page and what those at its edges are. Confined to one thread. */
final class PageLines {

    /** What a line is. */
    enum Kind {
        TEXT,
        HEAD,
        NUMBER,
        MARK
    }

    private static final int LONGEST_SHAPE = 60;

    private final String[] lines;
    private final Kind[] kinds;
    private final List<Integer> top = new ArrayList<>();
    private final List<Integer> bottom = new ArrayList<>();

    PageLines(String page, int edgeLines) {
        lines = page.split("\n", -1);
        kinds = new Kind[lines.length];
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            kinds[i] = Kind.TEXT;
            if (!lines[i].isBlank()) {
                filled.add(i);
            }
        }
        int half = Math.min(edgeLines, (filled.size() + 1) / 2);
        top.addAll(filled.subList(0, half));
        for (int i = filled.size() - 1; i >= half && bottom.size() < edgeLines; i--) {
            bottom.add(filled.get(i));
        }
    }

    /** Numbers of the lines at an edge, from the edge inward. */
    List<Integer> at(PageEdge edge) {
        return edge == PageEdge.TOP ? top : bottom;
    }

    /** First line that is not at the top; {@link #insideEnd} or more when none is inside. */
    int insideStart() {
        return top.isEmpty() ? 0 : top.get(top.size() - 1) + 1;
    }

    /** First line that is at the bottom. */
    int insideEnd() {
        return bottom.isEmpty() ? 0 : bottom.get(bottom.size() - 1);
    }

    String line(int line) {
        return lines[line];
    }

    /** The letters of a line in lower case, nothing else, cut to a length at which lines are compared. */
    String shape(int line) {
        StringBuilder shape = new StringBuilder();
        String text = lines[line];
        for (int i = 0; i < text.length() && shape.length() < LONGEST_SHAPE; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                shape.append(c == '\u017F' ? 's' : c);
            }
        }
        return shape.toString().toLowerCase(Locale.ROOT);
    }

    void mark(int line, Kind kind) {
        if (kinds[line] == Kind.TEXT) {
            kinds[line] = kind;
        }
    }

    boolean isText(int line) {
        return kinds[line] == Kind.TEXT;
    }

    /** Takes marked lines out from each edge inward, up to the first that is text; counts them by kind. */
    void peel(int[] counts) {
        for (PageEdge edge : PageEdge.values()) {
            for (int line : at(edge)) {
                if (kinds[line] == Kind.TEXT) {
                    break;
                }
                counts[kinds[line].ordinal()]++;
                lines[line] = "";
            }
        }
    }

    /** What is left, without blank lines around it. */
    String text() {
        String text = String.join("\n", lines);
        int from = 0;
        int to = text.length();
        for (int i = 0; i < to && Character.isWhitespace(text.charAt(i)); i++) {
            from = text.charAt(i) == '\n' ? i + 1 : from;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(Math.min(from, to), to);
    }
}
