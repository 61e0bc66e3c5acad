package fr.corpus.text.heritage;

import java.util.List;

/**
 * Whether a text was read across its columns, told by its divided words: the second half of each should begin the next line. Where columns
 * alternate it begins the line after that; where two lines became one, the hyphen stands inside it and the half begins the next line.
 * Immutable. Texts without divided words show nothing.
 *
 * @param straight divided words that go on where they should
 * @param jumps divided words that are a word with what stands where another column would go on, and not with what follows
 */
public record ColumnOrder(int straight, int jumps) {

    private static final int FEWEST_JUMPS = 3;
    private static final double SUSPECT_SHARE = 0.3;
    private static final int SHORTEST_HALF = 2;
    private static final int LONGEST_HALF = 30;

    /** Measures a text. */
    public static ColumnOrder of(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        WordForms forms = new WordForms();
        int straight = 0;
        int jumps = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            String next = wordAfter(lines.get(i + 1), 0);
            for (int at = line.indexOf('-'); at >= 0; at = line.indexOf('-', at + 1)) {
                boolean atEnd = at == line.length() - 1;
                boolean free = atEnd || line.charAt(at + 1) == ' ';
                String start = free ? wordBefore(line, at) : "";
                if (start.isEmpty()) {
                    continue;
                }
                if (!atEnd) {
                    jumps += isWord(forms, start, next) && !isWord(forms, start, wordAfter(line, at + 1)) ? 1 : 0;
                } else if (isWord(forms, start, next)) {
                    straight++;
                } else if (i + 2 < lines.size() && isWord(forms, start, wordAfter(lines.get(i + 2), 0))) {
                    jumps++;
                }
            }
        }
        return new ColumnOrder(straight, jumps);
    }

    private static boolean isWord(WordForms forms, String start, String end) {
        return !end.isEmpty() && Character.isLowerCase(end.charAt(0)) && forms.isKnown(WordForms.spelled(start + end));
    }

    private static String wordAfter(String line, int from) {
        int start = from;
        while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return half(line, start, end);
    }

    private static String wordBefore(String line, int end) {
        int start = end;
        while (start > 0 && Character.isLetter(line.charAt(start - 1))) {
            start--;
        }
        return half(line, start, end);
    }

    private static String half(String line, int start, int end) {
        return end - start < SHORTEST_HALF || end - start > LONGEST_HALF ? "" : line.substring(start, end);
    }

    /** Share of the divided words that jump, from 0 to 1; 0 without any. */
    public double share() {
        return straight + jumps == 0 ? 0 : (double) jumps / (straight + jumps);
    }

    /** Whether the columns are probably mixed: three jumps at least, and three out of ten words. */
    public boolean isSuspect() {
        return jumps >= FEWEST_JUMPS && share() >= SUSPECT_SHARE;
    }
}
