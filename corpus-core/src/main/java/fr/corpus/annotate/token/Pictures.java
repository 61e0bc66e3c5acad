package fr.corpus.annotate.token;

/** Signs of one or more code points: emoji with what modifies them. Stateless. */
final class Pictures {

    private static final int JOINER = 0x200D;

    private Pictures() {}

    /** The end of the sign that starts at {@code at}: a code point, the modifiers after it and what is joined to it. */
    static int end(String text, int at, int to) {
        int first = text.codePointAt(at);
        int i = Math.min(to, at + Character.charCount(first));
        boolean flag = isRegional(first);
        while (i < to) {
            int next = text.codePointAt(i);
            int after = i + Character.charCount(next);
            if (after > to) {
                break;
            }
            if (next == 0xFE0F || next == 0xFE0E || next == 0x20E3 || next >= 0x1F3FB && next <= 0x1F3FF) {
                i = after;
            } else if (next == JOINER && first > 0x2000 && after < to && !Glyphs.isSpace(text.charAt(after))) {
                i = Math.min(to, after + Character.charCount(text.codePointAt(after)));
            } else if (flag && isRegional(next)) {
                flag = false;
                i = after;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isRegional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }
}
