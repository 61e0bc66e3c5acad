package fr.corpus.eval.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of texts as Python prints it, {@code ['a', "l'an"]}: so harnesses write several targets into one text. Thread-safe. */
final class PythonList {

    private PythonList() {}

    /** The texts; empty when this is no such list. */
    static Optional<List<String>> parse(String text) {
        if (text.length() < 2 || text.charAt(0) != '[' || text.charAt(text.length() - 1) != ']') {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        int end = text.length() - 1;
        int at = 1;
        while (at < end) {
            char quote = text.charAt(at);
            StringBuilder one = new StringBuilder();
            int close = quote == '\'' || quote == '"' ? quoted(text, at + 1, quote, one) : -1;
            if (close < 0 || close > end) {
                return Optional.empty();
            }
            texts.add(one.toString());
            if (close == end) {
                break;
            }
            if (!text.startsWith(", ", close)) {
                return Optional.empty();
            }
            at = close + 2;
        }
        return Optional.of(texts);
    }

    /** Reads to the closing quote; the place behind it, or -1. */
    private static int quoted(String text, int from, char quote, StringBuilder into) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c != '\\') {
                into.append(c);
                continue;
            }
            i++;
            if (i == text.length()) {
                return -1;
            }
            char escaped = text.charAt(i);
            switch (escaped) {
                case 'n' -> into.append('\n');
                case 't' -> into.append('\t');
                case 'r' -> into.append('\r');
                case 'x', 'u', 'U' -> {
                    int digits = escaped == 'x' ? 2 : escaped == 'u' ? 4 : 8;
                    int codePoint = hex(text, i + 1, digits);
                    if (codePoint < 0) {
                        return -1;
                    }
                    into.appendCodePoint(codePoint);
                    i += digits;
                }
                default -> into.append(escaped);
            }
        }
        return -1;
    }

    private static int hex(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return Character.isValidCodePoint(value) ? value : -1;
    }
}
