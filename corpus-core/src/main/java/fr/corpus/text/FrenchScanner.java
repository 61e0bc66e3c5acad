package fr.corpus.text;

/** The working state of {@link FrenchTokenizer} on one text. Confined to one thread. */
final class FrenchScanner {

    private static final int MAX_ELIDED = 10;
    private static final int MAX_COMPOUND = 24;
    private static final int MAX_INDENT = 16;

    /** Whether a character below U+0250 goes on a word: letter, digit, superscript, soft hyphen, low line. */
    private static final boolean[] IN_WORD = new boolean[0x250];

    static {
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
            i = switch (Characters.kind(c)) {
                case Characters.SPACE, Characters.FORMAT -> i + Character.charCount(c);
                // The modifier apostrophe U+02BC is a letter to Unicode, a sign to us.
                case Characters.LETTER -> c == '\u02BC' ? add(i, i + 1) : word(i, i);
                case Characters.UPPER, Characters.MARK, Characters.NUMBER -> word(i, i);
                case Characters.DIGIT -> number(i);
                case Characters.IDEOGRAPH -> add(i, i + Character.charCount(c));
                default -> add(i, Signs.end(text, i, end));
            };
        }
    }

    private int add(int from, int to) {
        sink.add(text, from, to, out);
        return to;
    }

    /** A word that starts at {@code from} and is known up to {@code known}; returns where the next token may start. */
    private int word(int from, int known) {
        chain.clear();
        int part = from;
        int i = known;
        while (true) {
            i = letters(i);
            if (i == end) {
                return finish(from, i);
            }
            char c = text[i];
            int next = i + 1;
            if (c == ' ' || c == '\n' || c == ',') {
                return finish(from, i);
            } else if (isApostrophe(c)) {
                if (isElided(from, i, next)) {
                    return add(from, next);
                }
                if (chain.hasHyphen() && isWordAt(next) && isElidedClitic(part, i)) {
                    // va-t’en: the last hyphen starts a pronoun that ends here.
                    int hyphen = chain.removeLast();
                    finish(from, hyphen);
                    return add(hyphen, next);
                }
                if (!isWordAt(next)) {
                    return finish(from, i);
                }
                i = next;
            } else if (Folder.isHyphen(c)) {
                int after = afterHyphen(next);
                if (after < 0) {
                    return finish(from, i);
                }
                chain.add(i);
                part = after;
                i = after;
            } else {
                int to = joined(from, i, c);
                return to > i ? add(from, to) : finish(from, i);
            }
        }
    }

    /** Where a word goes on over a sign that is neither apostrophe nor hyphen; the sign's place when it does not. */
    private int joined(int from, int at, char sign) {
        return switch (sign) {
            case '.', '@', ':' -> dots.end(from, at);
            case '&' -> at + 1 < end && isUpper(at - 1) && isUpper(at + 1) ? letters(at + 1) : at;
            case '\u00B0' -> isNumberSign(from, at) ? at + 1 : at;
            default -> at;
        };
    }

    /** Adds a finished word, its pronouns after hyphens cut off. */
    private int finish(int from, int to) {
        chain.addTokens(text, from, to, out);
        return to;
    }

    /** A number and what belongs to it. */
    private int number(int from) {
        int i = digits(from);
        boolean groups = i - from <= 3;
        while (i < end) {
            char c = text[i];
            switch (c) {
                case ',', '.', '/', ':' -> {
                    if (!isDigit(i + 1)) {
                        return add(from, i);
                    }
                    groups = false;
                    i = digits(i + 1);
                }
                case ' ', '\u00A0', '\u202F', '\u2009' -> {
                    int next = i + 1;
                    if (!groups || !isDigit(next) || digits(next) != next + 3 || isLetter(next + 3)) {
                        return add(from, i);
                    }
                    i = next + 3;
                }
                case '\u00B0' -> {
                    return add(from, isLetter(i + 1) ? i : i + 1);
                }
                default -> {
                    return isWordAt(i) && !isIdeograph(i) ? word(from, i) : add(from, i);
                }
            }
        }
        return add(from, i);
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
        if (at - from > MAX_ELIDED || !FrenchWords.ELIDED.contains(sink.fold(text, from, at))) {
            return false;
        }
        if (!isWordAt(next) || (text[from] | 0x20) != 'p' && (text[from] | 0x20) != 'q' && (text[from] | 0x20) != 'c') {
            return true;
        }
        int right = letters(next);
        while (right < end && (text[right] == '-' || text[right] == '\u2011') && right - from < MAX_COMPOUND) {
            right = letters(right + 1);
        }
        return right - from > MAX_COMPOUND || !FrenchWords.UNELIDED.contains(sink.fold(text, from, right));
    }

    private boolean isElidedClitic(int part, int at) {
        return at - part <= 2 && FrenchWords.ELIDED_CLITICS.contains(sink.fold(text, part, at));
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
