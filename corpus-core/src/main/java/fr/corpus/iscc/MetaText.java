package fr.corpus.iscc;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** How names and descriptions are cleaned for a Meta-Code. White space is that of Python's {@code str}, as in the reference. */
final class MetaText {

    private static final String NEW_LINES = "\n\u000B\f\r\u0085\u2028\u2029";

    private MetaText() {}

    /** NFKC, without control characters other than new lines, at most one empty line in a row, trimmed. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> NEW_LINES.indexOf(c) >= 0 || !isControl(c))
                .forEach(kept::appendCodePoint);
        StringBuilder out = new StringBuilder();
        boolean wasEmpty = false;
        boolean first = true;
        for (String line : kept.toString().split("\r\n|[\n\u000B\f\r\u0085\u2028\u2029]", -1)) {
            boolean isEmpty = strip(line).isEmpty();
            if (!isEmpty || !wasEmpty) {
                out.append(first ? "" : "\n").append(isEmpty ? "" : line);
                first = false;
            }
            wasEmpty = isEmpty;
        }
        return strip(out.toString());
    }

    /** Words joined by single spaces. */
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = out.length() > 0;
            } else {
                out.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return out.toString();
    }

    /** The longest beginning of at most so many bytes of UTF-8, trimmed. */
    static String cut(String text, int maxBytes) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            bytes += new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > maxBytes) {
                break;
            }
            end += Character.charCount(c);
        }
        return strip(text.substring(0, end));
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F || c == 0x85 || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }
}
