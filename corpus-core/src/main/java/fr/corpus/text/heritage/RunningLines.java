package fr.corpus.text.heritage;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of a text in pages the lines that belong to the page: running heads and feet, page numbers, signatures of sheets and
 * catchwords. Pages end in form feeds, as scans and text from PDF have them; without one the text stays as it is. Thread-safe.
 *
 * <p>Only lines at the edges of pages are looked at, from the edge inward until one stays. A head or foot is a line whose letters return,
 * four out of five the same, at the same edge of at least so many pages near by, and that does not stand inside pages more than half as often:
 * the names of speakers in a play do. Numbers must grow from page to page. What counts as repeated thus adapts to heads of chapters and to errors of
 * recognition.
 */
public final class RunningLines {

    private RunningLines() {}

    /**
     * A text without its pages.
     *
     * @param text the text; the same instance when it has no form feed
     * @param heads running heads and feet taken out
     * @param numbers page numbers
     * @param marks signatures and catchwords
     */
    public record Cut(String text, int heads, int numbers, int marks) {}

    /**
     * Takes the lines out and joins the pages: by a line end where a sentence runs on, else by a blank line.
     *
     * @param minPages how many pages a line must return on, at least 2
     * @param edgeLines how many lines at the top and at the bottom of a page may be such, at least 1
     */
    public static Cut cut(String text, int minPages, int edgeLines) {
        if (minPages < 2 || edgeLines < 1) {
            throw new IllegalArgumentException(
                    "need min-pages >= 2 and edge-lines >= 1: " + minPages + ", " + edgeLines);
        }
        if (text.indexOf('\f') < 0) {
            return new Cut(text, 0, 0, 0);
        }
        List<PageLines> pages = new ArrayList<>();
        for (String page : text.split("\f", -1)) {
            pages.add(new PageLines(page, edgeLines));
        }
        for (PageEdge edge : PageEdge.values()) {
            RepeatedLines.mark(pages, edge, minPages);
            PageNumbers.mark(pages, edge, minPages);
        }
        SheetMarks.mark(pages, minPages);
        int[] counts = new int[PageLines.Kind.values().length];
        pages.forEach(page -> page.peel(counts));
        return new Cut(
                joined(pages),
                counts[PageLines.Kind.HEAD.ordinal()],
                counts[PageLines.Kind.NUMBER.ordinal()],
                counts[PageLines.Kind.MARK.ordinal()]);
    }

    private static String joined(List<PageLines> pages) {
        StringBuilder out = new StringBuilder();
        for (PageLines page : pages) {
            String text = page.text();
            if (text.isEmpty()) {
                continue;
            }
            if (out.length() > 0) {
                out.append(runsOn(out.charAt(out.length() - 1)) ? "\n" : "\n\n");
            }
            out.append(text);
        }
        return out.toString();
    }

    private static boolean runsOn(char last) {
        return Character.isLetterOrDigit(last) || ",;-\u00AC\u00AD\u2010\u2019'".indexOf(last) >= 0;
    }
}
