package fr.corpus.search;

/**
 * A part of a document’s text with a little of what stands around it, cut between code points. Immutable.
 *
 * @param before what stands before it, at most {@value #CONTEXT} code points
 * @param extract the part, at most {@value #LONGEST} code points
 * @param after what stands behind the extract, at most {@value #CONTEXT} code points
 * @param start first code point of the extract in the text, from 0
 * @param length code points of the part; more than the extract has, if that was cut
 */
public record Passage(String before, String extract, String after, int start, int length) {

    /** Longest extract in code points. */
    public static final int LONGEST = 320;

    /** Code points around it. */
    public static final int CONTEXT = 60;

    /** The part of a text between two UTF-16 units, moved outwards where they cut a code point. */
    static Passage of(String text, int from, int to) {
        int start = isInside(text, from) ? from - 1 : from;
        int end = isInside(text, to) ? to + 1 : to;
        int length = text.codePointCount(start, end);
        int cut = length > LONGEST ? text.offsetByCodePoints(start, LONGEST) : end;
        int before = back(text, start, CONTEXT);
        int after = cut + forth(text, cut, CONTEXT);
        return new Passage(
                text.substring(before, start),
                text.substring(start, cut),
                text.substring(cut, after),
                text.codePointCount(0, start),
                length);
    }

    /** The beginning of a text. */
    static Passage beginning(String text) {
        Passage all = of(text, 0, text.length());
        return new Passage("", all.extract(), "", 0, all.length());
    }

    private static boolean isInside(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static int back(String text, int from, int codePoints) {
        int at = from;
        for (int i = 0; i < codePoints && at > 0; i++) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at;
    }

    private static int forth(String text, int from, int codePoints) {
        int at = from;
        for (int i = 0; i < codePoints && at < text.length(); i++) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at - from;
    }
}
