package fr.corpus.text.heritage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds page numbers: lines of a number only that grow from page to page at one edge. */
final class PageNumbers {

    private static final Pattern NUMBER = Pattern.compile(
            "[\\p{Punct}\\s—–·•«»]*(?:(?:p|pag|page|fol|f)\\.?\\s*)?(?:(\\d{1,5})|([ivxlcdmj]{1,9}))[\\p{Punct}\\s—–·•«»]*",
            Pattern.CASE_INSENSITIVE);
    private static final String ROMAN = "ivxlcdm";
    private static final int[] VALUES = {1, 5, 10, 50, 100, 500, 1000};
    private static final int LONGEST = 30;

    private PageNumbers() {}

    private record Numbered(int page, int line, int value) {}

    static void mark(List<PageLines> pages, PageEdge edge, int minPages) {
        List<Numbered> found = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            for (int line : pages.get(p).at(edge)) {
                int value = value(pages.get(p).line(line));
                if (value > 0 && pages.get(p).isText(line)) {
                    found.add(new Numbered(p, line, value));
                    break;
                }
            }
        }
        boolean[] growing = growing(found);
        int count = 0;
        for (boolean grows : growing) {
            count += grows ? 1 : 0;
        }
        if (count < minPages || count * 2 < found.size()) {
            return;
        }
        // where most pages have one, a number out of order is one that was misread
        boolean all = count * 5 >= pages.size() * 3;
        for (int i = 0; i < growing.length; i++) {
            if (growing[i] || all) {
                pages.get(found.get(i).page()).mark(found.get(i).line(), PageLines.Kind.NUMBER);
            }
        }
    }

    /** The members of a longest run of growing values. */
    private static boolean[] growing(List<Numbered> found) {
        int[] tails = new int[found.size()];
        int[] before = new int[found.size()];
        int length = 0;
        for (int i = 0; i < found.size(); i++) {
            int value = found.get(i).value();
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (found.get(tails[middle]).value() < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] member = new boolean[found.size()];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = before[i]) {
            member[i] = true;
        }
        return member;
    }

    /** The number that a line is, or 0. */
    static int value(String line) {
        if (line.length() > LONGEST) {
            return 0;
        }
        Matcher number = NUMBER.matcher(line);
        if (!number.matches()) {
            return 0;
        }
        return number.group(1) != null
                ? Integer.parseInt(number.group(1))
                : roman(number.group(2).toLowerCase(Locale.ROOT).replace('j', 'i'));
    }

    private static int roman(String digits) {
        int sum = 0;
        int last = 0;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int value = VALUES[ROMAN.indexOf(digits.charAt(i))];
            sum += value < last ? -value : value;
            last = Math.max(last, value);
        }
        return Math.max(0, sum);
    }
}
