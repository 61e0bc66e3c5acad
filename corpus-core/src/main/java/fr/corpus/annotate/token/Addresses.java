package fr.corpus.annotate.token;

/** Web and mail addresses. Stateless. */
final class Addresses {

    private static final int LONGEST_NAME = 64;

    private Addresses() {}

    /** The end of the address that starts at a letter, or {@code start} when none does. */
    static int end(String text, int start, int to) {
        char c = text.charAt(start);
        if ((c == 'h' || c == 'H') && (text.startsWith("ttp://", start + 1) || text.startsWith("ttps://", start + 1))
                || c == 'f' && text.startsWith("tp://", start + 1)
                || c == 'w'
                        && text.startsWith("ww.", start + 1)
                        && start + 4 < to
                        && Glyphs.isLetter(text.charAt(start + 4))) {
            return trimmed(text, start, run(text, start, to));
        }
        return mail(text, start, to);
    }

    private static int run(String text, int start, int to) {
        int i = start;
        while (i < to && !Glyphs.isSpace(text.charAt(i)) && "\"<>«»".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static int trimmed(String text, int start, int end) {
        int i = end;
        while (i > start && ".,;:!?)]}'\u2019\u2026".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static int mail(String text, int start, int to) {
        int i = start;
        while (i < to && i - start <= LONGEST_NAME && isNamePart(text.charAt(i))) {
            i++;
        }
        if (i >= to || text.charAt(i) != '@') {
            return start;
        }
        int host = i + 1;
        int dot = -1;
        i = host;
        while (i < to && isNamePart(text.charAt(i))) {
            dot = text.charAt(i) == '.' ? i : dot;
            i++;
        }
        int end = trimmed(text, start, i);
        return dot > host && end > dot + 1 || dot > host && text.lastIndexOf('.', end - 1) > host ? end : start;
    }

    private static boolean isNamePart(char c) {
        return c < 0x80 && (Glyphs.isLetter(c) || Glyphs.isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+');
    }
}
