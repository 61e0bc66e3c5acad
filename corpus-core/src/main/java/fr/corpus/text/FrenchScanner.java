package fr.corpus.text;

/** The working state of {@link FrenchTokenizer} on one text. Confined to one thread. */
final class FrenchScanner {

    private static final int MAX_ELIDED = 10;
    private static final int MAX_COMPOUND = 24;
    private static final int MAX_INDENT = 16;
    /** The word ends before the sign. */
    private static final int ENDS_HERE = -1;
    /** The word ends after the sign. */
    private static final int ENDS_AFTER = -2;

    /** Whether a character below U+0250 goes on a word: letter, digit, superscript, soft hyphen, low line. */
    private static final boolean[] IN_WORD = new boolean[0x250];

    /** Signs inside of abbreviations, addresses and company names. */
    private static final boolean[] IN_FORMS = new boolean[0x80];

    static {
        for (char c : ".@:&".toCharArray()) {
            IN_FORMS[c] = true;
        }
        for (int c = 0; c < IN_WORD.length; c++) {
            IN_WORD[c] = isWordKind(Characters.kind(c)) || c == '_' || c == '\u00AD';
        }
    }

    private final TokenSink sink = new TokenSink();
    private final DottedForms dots = new DottedForms(sink);
    private final HyphenChain chain = new HyphenChain(sink);
    private char[] text = new char[0];
    private int end;
    private TokenizedText out = new TokenizedText();

    /** Cuts a text. */
    void scan(String source, TokenizedText target) {
        target.clear();
        out = target;
        text = target.characters(source);
        end = source.length();
        dots.of(text, end);
        for (int i = 0; i < end; ) {
            int c = Characters.codePointAt(text, i, end);
            byte kind = Characters.kind(c);
            if (kind == Characters.SPACE || kind == Characters.FORMAT) {
                i += Character.charCount(c);
                continue;
            }
            chain.clear();
            int to = tokenEnd(i, c, kind);
            if (chain.hasHyphen()) {
                chain.addTokens(text, i, to, out);
            } else {
                sink.add(text, i, to, out);
            }
            i = to;
        }
    }

    /** Where the token, or the word of several tokens that {@link #chain} will cut, ends. */
    private int tokenEnd(int from, int c, byte kind) {
        return switch (kind) {
            // The modifier apostrophe U+02BC is a letter to Unicode, a sign to us.
            case Characters.LETTER -> c == '\u02BC' ? from + 1 : word(from, from);
            case Characters.UPPER, Characters.MARK, Characters.NUMBER -> word(from, from);
            case Characters.DIGIT -> number(from);
            case Characters.IDEOGRAPH -> from + Character.charCount(c);
            default -> Signs.end(text, from, end);
        };
    }

    /** The end of a word that starts at {@code from} and is known up to {@code known}. */
    private int word(int from, int known) {
        int i = letters(known);
        return i == end || text[i] == ' ' ? i : wordOverSigns(from, i);
    }

    /** The end of a word whose first letters end at {@code at}, before a sign that it may go on over. */
    private int wordOverSigns(int from, int at) {
        int part = from;
        int i = at;
        while (i < end) {
            char c = text[i];
            int after;
            if (isApostrophe(c)) {
                after = afterApostrophe(from, part, i);
            } else if (Folder.isHyphen(c)) {
                after = afterHyphen(i + 1);
                if (after > 0) {
                    chain.add(i);
                    part = after;
                }
            } else {
                after = ENDS_HERE;
                if (c < 0x80 && IN_FORMS[c] || c == '\u00B0') {
                    i = joined(from, i, c);
                }
            }
            if (after == ENDS_HERE) {
                return i;
            }
            if (after == ENDS_AFTER) {
                return i + 1;
            }
            i = letters(after);
        }
        return i;
    }

    /** Where a word goes on after an apostrophe, or that it ends before or after it. */
    private int afterApostrophe(int from, int part, int at) {
        int next = at + 1;
        if (isElided(from, at, next)) {
            chain.clear();
            return ENDS_AFTER;
        }
        if (!isWordAt(next)) {
            return ENDS_HERE;
        }
        if (chain.hasHyphen() && isElidedClitic(part, at)) {
            // va-t’en: the last hyphen starts a pronoun that ends here.
            chain.endsElided();
            return ENDS_AFTER;
        }
        return next;
    }

    /** Where a word goes on over a sign that is neither apostrophe nor hyphen; the sign's place when it does not. */
    private int joined(int from, int at, char sign) {
        int to = switch (sign) {
            case '&' -> at + 1 < end && isUpper(at - 1) && isUpper(at + 1) ? letters(at + 1) : at;
            case '\u00B0' -> isNumberSign(from, at) ? at + 1 : at;
            default -> dots.end(from, at);
        };
        if (to > at) {
            chain.clear();
        }
        return to;
    }

    /** The end of a number and what belongs to it. */
    private int number(int from) {
        int i = digits(from);
        boolean groups = i - from <= 3;
        while (i < end) {
            char c = text[i];
            switch (c) {
                case ',', '.', '/', ':' -> {
                    if (!isDigit(i + 1)) {
                        return i;
                    }
                    groups = false;
                    i = digits(i + 1);
                }
                case ' ', '\u00A0', '\u202F', '\u2009' -> {
                    int next = i + 1;
                    if (!groups || !isDigit(next) || digits(next) != next + 3 || isLetter(next + 3)) {
                        return i;
                    }
                    i = next + 3;
                }
                case '\u00B0' -> {
                    return isLetter(i + 1) ? i : i + 1;
                }
                default -> {
                    return isWordAt(i) && !isIdeograph(i) ? word(from, i) : i;
                }
            }
        }
        return i;
    }

    /** The end of a run of word characters. */
    private int letters(int from) {
        int i = from;
        while (i < end) {
            char c = text[i];
            if (c < 0x250) {
                if (!IN_WORD[c]) {
                    return i;
                }
                i++;
            } else {
                int codePoint = Characters.codePointAt(text, i, end);
                byte kind = Characters.kind(codePoint);
                if (!isWordKind(kind) && kind != Characters.FORMAT || isApostrophe(c)) {
                    return i;
                }
                i += Character.charCount(codePoint);
            }
        }
        return i;
    }

    private int digits(int from) {
        int i = from;
        while (isDigit(i)) {
            i += Character.charCount(Characters.codePointAt(text, i, end));
        }
        return i;
    }

    /** Where the word goes on after a hyphen, over a line break too; negative when it does not. */
    private int afterHyphen(int from) {
        if (isWordAt(from)) {
            return from;
        }
        int i = from;
        if (i < end && text[i] == '\r') {
            i++;
        }
        if (i >= end || text[i] != '\n') {
            return -1;
        }
        i++;
        int indent = Math.min(end, i + MAX_INDENT);
        while (i < indent && (text[i] == ' ' || text[i] == '\t' || text[i] == '\u00A0')) {
            i++;
        }
        return i < end && kindAt(i) == Characters.LETTER ? i : -1;
    }

    private boolean isElided(int from, int at, int next) {
        char first = text[from];
        char last = text[at - 1];
        int length = at - from;
        if (first < 0x80 && last < 0x80 && IN_WORD[first] && first != '_') {
            // The quick answers: one letter, qu, and no other elided word ends in anything but u.
            int letter = first | 0x20;
            if (length == 1) {
                return "ldjmtsncz".indexOf(letter) >= 0 && (letter != 'c' || !isUnelided(from, next));
            }
            if ((last | 0x20) != 'u') {
                return false;
            }
            if (length == 2) {
                return letter == 'q';
            }
        }
        return length <= MAX_ELIDED
                && FrenchWords.ELIDED.contains(sink.fold(text, from, at))
                && !isUnelided(from, next);
    }

    /** Whether the apostrophe is inside of a word that is not cut: quelqu’un, presqu’île, c’est-à-dire. */
    private boolean isUnelided(int from, int next) {
        int initial = text[from] | 0x20;
        if (!isWordAt(next) || initial != 'p' && initial != 'q' && initial != 'c') {
            return false;
        }
        int right = letters(next);
        if (initial == 'c' && (right == end || !Folder.isHyphen(text[right]))) {
            return false;
        }
        while (right < end && (text[right] == '-' || text[right] == '\u2011') && right - from < MAX_COMPOUND) {
            right = letters(right + 1);
        }
        return right - from <= MAX_COMPOUND && FrenchWords.UNELIDED.contains(sink.fold(text, from, right));
    }

    private boolean isElidedClitic(int part, int at) {
        int letter = text[part] | 0x20;
        return at == part + 1 && (letter == 't' || letter == 'm');
    }

    private boolean isNumberSign(int from, int at) {
        int c = text[from] | 0x20;
        return at == from + 1 && (c == 'n' || c == 'd') || at == from + 3 && c == 'n' && (text[at - 1] | 0x20) == 's';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\uFF07';
    }

    private static boolean isWordKind(byte kind) {
        return kind == Characters.LETTER
                || kind == Characters.UPPER
                || kind == Characters.MARK
                || kind == Characters.DIGIT
                || kind == Characters.NUMBER;
    }

    private byte kindAt(int i) {
        return Characters.kind(Characters.codePointAt(text, i, end));
    }

    private boolean isWordAt(int i) {
        return i < end && isWordKind(kindAt(i)) && !isApostrophe(text[i]);
    }

    private boolean isDigit(int i) {
        return i < end && kindAt(i) == Characters.DIGIT;
    }

    private boolean isIdeograph(int i) {
        return kindAt(i) == Characters.IDEOGRAPH;
    }

    private boolean isLetter(int i) {
        return i < end && (kindAt(i) == Characters.LETTER || kindAt(i) == Characters.UPPER);
    }

    private boolean isUpper(int i) {
        return kindAt(i) == Characters.UPPER;
    }
}
