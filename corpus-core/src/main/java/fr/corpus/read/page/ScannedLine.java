package fr.corpus.read.page;

/** One printed or written line. Its text may still grow while its page is read. Confined to one thread. */
final class ScannedLine {

    /** Longer lines than this, in UTF-16 units, are no lines. */
    static final int LONGEST = 1 << 20;

    private static final int LONGEST_INITIAL = 2;

    final StringBuilder text = new StringBuilder();
    Box box;
    boolean dropCapital;

    /** Whether its text is counted already. */
    boolean isCounted;

    ScannedLine(Box box) {
        this.box = box;
    }

    /** Adds a word behind a space; runs of white space inside it become one. */
    void word(String word) {
        String clean = clean(word);
        if (!clean.isEmpty()) {
            if (text.length() > 0) {
                text.append(' ');
            }
            text.append(clean);
        }
    }

    /** Text without white space around it, runs inside as one space; no-break spaces stay. */
    static String clean(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        boolean space = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
                space = true;
            } else {
                if (space && out.length() > 0) {
                    out.append(' ');
                }
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    /** Whether it is a large first letter and nothing more. */
    boolean isInitial() {
        return text.length() <= LONGEST_INITIAL && text.codePoints().allMatch(Character::isLetter);
    }
}
