package fr.corpus.annotate;

/** Tells whether a mark ends a sentence, and where that sentence then ends. Confined to one thread. */
final class SentenceEnds {

    private static final int SAMPLE = 1 << 16;
    private static final int FEWEST_MARKS = 8;
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_NUMBER = 3;
    private static final int LEAST_WHOLE_WORD = 4;

    private final String text;
    private final boolean transcripts;
    private final Abbreviations abbreviations = Abbreviations.FRENCH;
    private final boolean lowerCase;

    SentenceEnds(String text, boolean transcripts) {
        this.transcripts = transcripts;
        this.text = text;
        lowerCase = isWithoutCapitals();
    }

    /** Whether most marks are followed by a small letter: then case says nothing. */
    private boolean isWithoutCapitals() {
        int lower = 0;
        int all = 0;
        int limit = Math.min(SAMPLE, text.length()) - 2;
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '?' || c == '!') && Marks.isSpace(text.charAt(i + 1))) {
                char next = text.charAt(i + 2);
                if (Character.isLetter(next)) {
                    all++;
                    lower += Character.isLowerCase(next) ? 1 : 0;
                }
            }
        }
        return all >= FEWEST_MARKS && lower * 10 > all * 6;
    }

    /**
     * The end of the sentence that the mark at {@code at} closes, or -1 when it closes none.
     *
     * @param start first character of the sentence
     */
    int after(int at, int start) {
        int end = closed(marks(at));
        if (end == text.length()) {
            return end;
        }
        boolean fullStop = text.charAt(at) == '.' && (at + 1 == text.length() || !Marks.isStop(text.charAt(at + 1)));
        int next = skipSpaces(end);
        if (next == end) {
            return !fullStop && opensWithoutSpace(end, at, start) ? end : -1;
        }
        if (next == text.length()) {
            return end;
        }
        if (isElision(at, end) || fullStop && end == at + 1 && isAbbreviation(at, start, next)) {
            return -1;
        }
        return opens(next) || fullStop && end == at + 1 && opensInLowerCase(at, next) ? end : -1;
    }

    /**
     * Whether a sentence without a mark ends before the space at {@code at}: a word that only opens sentences stands there
     * with a capital, after a small letter, a closing mark, a digit or a semicolon, and what follows is in lower case.
     * Titles in running text (<i>le roman Les misérables</i>) are spared by the word before them.
     */
    boolean isMissingBefore(int at, int start) {
        int next = at + 1;
        if (at == start || next >= text.length() || !Character.isUpperCase(text.charAt(next))) {
            return false;
        }
        String word = wordAt(next);
        if (!abbreviations.isStarter(word)) {
            return false;
        }
        char before = text.charAt(at - 1);
        if (before == ';') {
            return true;
        }
        int after = next + word.length();
        boolean elided = word.length() < 3 && !Character.isLetter(word.charAt(word.length() - 1));
        int follower = elided ? after : skipInline(after);
        if (follower == after && !elided
                || follower >= text.length()
                || !Character.isLowerCase(text.charAt(follower))) {
            return false;
        }
        if (before == ')' && !Marks.isStop(text.charAt(at - 2)) || before == '\u00BB' || Character.isDigit(before)) {
            return true;
        }
        if (!Character.isLowerCase(before)) {
            return false;
        }
        int from = at;
        while (from > start && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        String previous = text.substring(from, at);
        return Character.isUpperCase(previous.charAt(0))
                ? previous.length() > 2 && abbreviations.isPronoun(word)
                : previous.length() > 1 && !abbreviations.isBeforeName(previous);
    }

    /** A full stop before a small letter ends a sentence after a whole word: people forget capitals, À has no key. */
    private boolean opensInLowerCase(int at, int next) {
        char c = text.charAt(next);
        boolean item = Marks.isDash(c) && next + 1 < text.length() && Marks.isSpace(text.charAt(next + 1));
        return (item || Character.isLowerCase(c)) && wordLength(at) >= LEAST_WHOLE_WORD;
    }

    /** Length of the word in small letters, the first one aside, that ends at a position; 0 when it has others. */
    private int wordLength(int end) {
        int from = end;
        while (from > 0 && Character.isLowerCase(text.charAt(from - 1))) {
            from--;
        }
        from -= from > 0 && from < end && Character.isUpperCase(text.charAt(from - 1)) ? 1 : 0;
        return from > 0
                        && !Marks.isSpace(text.charAt(from - 1))
                        && text.charAt(from - 1) != '\''
                        && text.charAt(from - 1) != '\u2019'
                ? 0
                : end - from;
    }

    /** The end of the marks that stand together, French spaces between them included. */
    private int marks(int at) {
        int end = at;
        while (end < text.length()) {
            if (Marks.isStop(text.charAt(end))) {
                end++;
                continue;
            }
            int next = skipInline(end);
            if (next == end || next == text.length() || text.charAt(next) != '!' && text.charAt(next) != '?') {
                break;
            }
            end = next + 1;
        }
        return end;
    }

    /** The end of the marks after a stop that belong to the same sentence: closing ones and a reference like [1]. */
    private int closed(int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            int next = skipInline(end);
            if (Marks.isClosing(c) && !isApostrophe(c, end) || Marks.isStop(c) && end > from) {
                end++;
            } else if (next < text.length() && text.charAt(next) == '\u00BB') {
                end = next + 1;
            } else if (c == '[' && reference(end) > end) {
                end = reference(end);
            } else {
                break;
            }
        }
        return end;
    }

    private boolean isApostrophe(char c, int at) {
        return (c == '\'' || c == '\u2019') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private int reference(int at) {
        int i = at + 1;
        while (i < text.length() && i < at + 1 + LONGEST_NUMBER && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > at + 1 && i < text.length() && text.charAt(i) == ']' ? i + 1 : at;
    }

    private boolean opensWithoutSpace(int end, int at, int start) {
        char c = text.charAt(end);
        boolean inWord = at > start && Character.isLetter(text.charAt(at - 1))
                || at > start && Marks.isSpace(text.charAt(at - 1));
        return inWord && (Character.isUpperCase(c) || c == '\u2014' || c == '\u00AB');
    }

    /** […] and (...) stand for words left out. */
    private boolean isElision(int at, int end) {
        char last = text.charAt(end - 1);
        return at > 0 && (last == ')' || last == ']') && (text.charAt(at - 1) == '(' || text.charAt(at - 1) == '[');
    }

    /** Whether a sentence may start at a character. */
    private boolean opens(int at) {
        char c = text.charAt(at);
        if (Character.isLetter(c)) {
            return lowerCase || !Character.isLowerCase(c);
        }
        if (Marks.isOpening(c) || Marks.isDash(c) || c == '*' || c == '_') {
            int next = at + 1;
            while (next < text.length()
                    && (Marks.isSpace(text.charAt(next))
                            || Marks.isOpening(text.charAt(next))
                            || text.charAt(next) == c)) {
                next++;
            }
            return next < text.length() && (lowerCase || !Character.isLowerCase(text.charAt(next)));
        }
        return ",;:)]}\u00BB\u201D/%=+<>|".indexOf(c) < 0 && !Marks.isStop(c);
    }

    private boolean isAbbreviation(int at, int start, int next) {
        int from = at;
        while (from > start && at - from < LONGEST_WORD && isWordPart(text.charAt(from - 1))) {
            from--;
        }
        if (from == at) {
            return false;
        }
        String word = text.substring(from, at);
        boolean atStart = from == start;
        if (isNumber(word)) {
            return atStart && word.length() <= LONGEST_NUMBER;
        }
        if (abbreviations.isTitle(word) || abbreviations.leadsToNumber(word) && isNumeral(next)) {
            return true;
        }
        int hyphen = Math.max(word.lastIndexOf('-'), word.lastIndexOf('.'));
        boolean initial = word.length() - hyphen == 2 && Character.isUpperCase(word.charAt(word.length() - 1));
        if (transcripts
                && lowerCase
                && hyphen < 0
                && Character.isLowerCase(text.charAt(next))
                && (initial || isRoman(word))) {
            return false; // speech written down in small letters has neither initials of names nor numbered headings
        }
        if (initial || atStart && isRoman(word) || abbreviations.isLeading(word)) {
            return atStart && hyphen < 0 || !abbreviations.isStarter(wordAt(next));
        }
        return false;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '\u00B0' || c == '\u00A7';
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> Character.isDigit(c) || c == '.');
    }

    private boolean isNumeral(int at) {
        return Character.isDigit(text.charAt(at)) || "IVXLC".indexOf(text.charAt(at)) >= 0 && isRoman(wordAt(at));
    }

    private static boolean isRoman(String word) {
        return word.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0);
    }

    private String wordAt(int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean elided = end < text.length() && (text.charAt(end) == '\'' || text.charAt(end) == '\u2019');
        return text.substring(from, elided ? end + 1 : end);
    }

    private int skipSpaces(int from) {
        int i = from;
        while (i < text.length() && Marks.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int skipInline(int from) {
        int i = from;
        while (i < text.length() && Marks.isSpace(text.charAt(i)) && !Marks.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
