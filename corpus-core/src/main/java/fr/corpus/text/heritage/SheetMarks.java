package fr.corpus.text.heritage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what printers set below the last line for the binder: signatures ({@code A ij}, {@code Bb 2}) whose letters follow the
 * alphabet, and catchwords, which the next page begins with.
 */
final class SheetMarks {

    private static final Pattern SIGNATURE =
            Pattern.compile("\\W*(\\p{Lu}\\p{L}?)[ .,*]{0,3}(?:[iI]{0,4}[jJvV]?|\\d{1,2})\\W{0,3}");
    private static final int LONGEST = 24;
    private static final int SHORTEST_CATCHWORD = 2;

    private SheetMarks() {}

    static void mark(List<PageLines> pages, int minPages) {
        List<int[]> signatures = new ArrayList<>();
        List<int[]> catchwords = new ArrayList<>();
        char letter = 0;
        for (int p = 0; p < pages.size(); p++) {
            PageLines page = pages.get(p);
            for (int line : page.at(PageEdge.BOTTOM)) {
                if (!page.isText(line)) {
                    continue;
                }
                String text = page.line(line).strip();
                var signature = SIGNATURE.matcher(text);
                if (text.length() <= LONGEST
                        && signature.matches()
                        && signature.group(1).charAt(0) >= letter) {
                    letter = signature.group(1).charAt(0);
                    signatures.add(new int[] {p, line});
                } else if (p + 1 < pages.size() && isCatchword(text, pages.get(p + 1))) {
                    catchwords.add(new int[] {p, line});
                } else {
                    break;
                }
            }
        }
        for (List<int[]> found : List.of(signatures, catchwords)) {
            if (found.stream().mapToInt(place -> place[0]).distinct().count() >= minPages) {
                found.forEach(place -> pages.get(place[0]).mark(place[1], PageLines.Kind.MARK));
            }
        }
    }

    private static boolean isCatchword(String text, PageLines next) {
        String word = letters(text);
        if (text.length() > LONGEST || text.indexOf(' ') >= 0 || word.length() < SHORTEST_CATCHWORD) {
            return false;
        }
        for (int line : next.at(PageEdge.TOP)) {
            if (next.isText(line)) {
                return letters(next.line(line)).startsWith(word);
            }
        }
        return false;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return WordForms.spelled(letters.toString());
    }
}
