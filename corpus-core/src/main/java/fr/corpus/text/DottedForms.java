package fr.corpus.text;

/** Words with full stops inside or at the end: acronyms, abbreviations, host names, URLs, e-mail addresses. Confined to one thread. */
final class DottedForms {

    private static final int MAX_ABBREVIATION = 6;
    private static final int MAX_LABEL = 5;
    private static final int MAX_SCHEME = 12;

    private final TokenSink sink;
    private char[] text = new char[0];
    private int end;
    /** A run of address characters that was looked at and is no address ends here. */
    private int refusedUntil;

    DottedForms(TokenSink sink) {
        this.sink = sink;
    }

    /** Turns to another text. */
    void of(char[] characters, int length) {
        text = characters;
        end = length;
        refusedUntil = 0;
    }

    /** Where the token that starts at {@code from} ends, given its sign . @ or : at {@code at}; {@code at} if before the sign. */
    int end(int from, int at) {
        return switch (text[at]) {
            case ':' -> scheme(from, at);
            case '@' -> address(from, at);
            default -> stop(from, at);
        };
    }

    private int scheme(int from, int at) {
        if (at + 3 >= end || text[at + 1] != '/' || text[at + 2] != '/' || at - from > MAX_SCHEME) {
            return at;
        }
        for (int i = from; i < at; i++) {
            if (!isAsciiLetter(text[i])) {
                return at;
            }
        }
        int to = addressEnd(at + 3);
        return to > at + 3 ? to : at;
    }

    private int stop(int from, int at) {
        int next = at + 1;
        if (at == from + 1 && isLetter(from)) {
            int to = acronym(at);
            if (to > next) {
                return to;
            }
        }
        if (next < end && (isLetter(next) || isAsciiDigit(text[next]))) {
            return address(from, at);
        }
        int length = at - from;
        if (length > MAX_ABBREVIATION || next < end && text[next] == '.') {
            return at;
        }
        if (length == 1 && Characters.kind(text[from]) == Characters.UPPER) {
            // M. de Rênal: Monsieur is the one title of one letter that lower case follows.
            boolean title = text[from] == 'M' && next + 1 < end && isSpace(text[next]) && text[next + 1] > ' ';
            return title || isInitial(next) ? next : at;
        }
        long folded = sink.fold(text, from, at);
        boolean keeps = FrenchWords.ABBREVIATIONS.contains(folded)
                || FrenchWords.BEFORE_NUMBER.contains(folded) && isBeforeNumber(next);
        return keeps ? next : at;
    }

    /** S.A.R.L. and J.-C. from the first stop on: the end, or less when a single letter has a stop. */
    private int acronym(int at) {
        int i = at + 1;
        int count = 1;
        while (i < end) {
            int letter = text[i] == '-' ? i + 1 : i;
            if (letter >= end || !isLetter(letter)) {
                break;
            }
            if (letter + 1 == end || text[letter + 1] != '.') {
                boolean last = count >= 2 && letter == i && (letter + 1 == end || !isLetter(letter + 1));
                return last ? letter + 1 : i;
            }
            i = letter + 2;
            count++;
        }
        return i;
    }

    /** After a single capital and its stop: a space, then a capital or a number. */
    private boolean isInitial(int i) {
        if (i + 1 >= end || !isSpace(text[i])) {
            return false;
        }
        byte kind = Characters.kind(text[i + 1]);
        return kind == Characters.UPPER || kind == Characters.DIGIT;
    }

    /** A space, then a number, or a capital with a stop (art. L. 123). */
    private boolean isBeforeNumber(int i) {
        int next = i < end && isSpace(text[i]) ? i + 1 : i;
        if (next >= end) {
            return false;
        }
        byte kind = Characters.kind(text[next]);
        return kind == Characters.DIGIT
                || kind == Characters.UPPER && next + 1 < end && (text[next + 1] == '.' || isRoman(next));
    }

    private boolean isRoman(int from) {
        int i = from;
        while (i < end && "IVXLCDM".indexOf(text[i]) >= 0) {
            i++;
        }
        return i > from && (i == end || !isLetter(i));
    }

    /** A host name, file name or e-mail address around a stop or at sign: its end, or {@code at}. */
    private int address(int from, int at) {
        if (at < refusedUntil || !isAscii(from, at)) {
            return at;
        }
        int i = at;
        int label = from;
        int sign = -1;
        while (i < end && (isAddressUnit(text[i]) || text[i] == '@' && sign < 0)) {
            if (text[i] == '@') {
                sign = i;
            }
            if (text[i] == '.' || text[i] == '@') {
                label = i + 1;
            }
            i++;
        }
        int stop = i;
        while (i > at && !isAsciiLetter(text[i - 1]) && !isAsciiDigit(text[i - 1])) {
            i--;
            label = text[i] == '.' || text[i] == '@' ? labelBefore(i, at) : label;
        }
        boolean mail = sign > from && label > sign + 1 && i > label;
        boolean host = sign < 0
                && i > label
                && i - label <= MAX_LABEL
                && label > at
                && FrenchWords.LAST_LABELS.contains(sink.fold(text, label, i));
        if (!mail && !host) {
            refusedUntil = stop;
            return at;
        }
        return host && i < end && i == stop && (text[i] == '/' || text[i] == '?' || text[i] == '#' || text[i] == ':')
                ? Math.max(i, addressEnd(i))
                : i;
    }

    private int labelBefore(int dot, int at) {
        int i = dot;
        while (i > at && text[i - 1] != '.' && text[i - 1] != '@') {
            i--;
        }
        return i;
    }

    /** The end of a URL: before white space or a bracket or quotation mark, without the punctuation of the sentence. */
    private int addressEnd(int from) {
        int i = from;
        int open = 0;
        while (i < end && isUrlUnit(text[i])) {
            open += bracket(text[i]);
            i++;
        }
        while (i > from && isTrailing(text[i - 1], open >= 0)) {
            i--;
            open -= bracket(text[i]);
        }
        return i;
    }

    private static boolean isUrlUnit(char c) {
        return switch (c) {
            case '<', '>', '"', '\u00AB', '\u00BB', '\u201C', '\u201D', '{', '}', '|', '\\', '^', '`' -> false;
            default -> c > ' ' && Characters.kind(c) != Characters.SPACE;
        };
    }

    private static int bracket(char c) {
        return c == '(' ? 1 : c == ')' ? -1 : 0;
    }

    private static boolean isTrailing(char c, boolean balanced) {
        return switch (c) {
            case '.', ',', ';', ':', '!', '?', '\'', '\u2019', '\u2026', '*', '_', ']' -> true;
            case ')' -> !balanced;
            default -> false;
        };
    }

    private static boolean isAddressUnit(char c) {
        return isAsciiLetter(c) || isAsciiDigit(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '%';
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isAddressUnit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isLetter(int i) {
        byte kind = Characters.kind(text[i]);
        return kind == Characters.LETTER || kind == Characters.UPPER;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F';
    }

    private static boolean isAsciiLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
