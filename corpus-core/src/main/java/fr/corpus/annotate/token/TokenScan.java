package fr.corpus.annotate.token;

/** The scanner behind {@link TreebankTokenizer}: one part of one text. Confined to one thread. */
final class TokenScan {

    private final String text;
    private final int to;
    private final TokenSpans out;
    private final NumberScan numbers;

    TokenScan(String text, int to, TokenSpans out) {
        this.text = text;
        this.to = to;
        this.out = out;
        numbers = new NumberScan(text, to);
    }

    /** Adds the token or tokens that start at a character that is no white space; where to go on. */
    int token(int at) {
        char c = text.charAt(at);
        switch (Glyphs.of(c)) {
            case Glyphs.LETTER:
                return word(at);
            case Glyphs.DIGIT:
                return number(at, at);
            default:
                return sign(at, c);
        }
    }

    private int add(int start, int end) {
        out.add(start, end);
        return end;
    }

    private char at(int i) {
        return i < to ? text.charAt(i) : ' ';
    }

    /** Whether a character starts what it is glued to: nothing but an opening mark or white space stands before it. */
    private boolean opens(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return Glyphs.isSpace(before) || before == '(' || before == '[';
    }

    private int number(int start, int from) {
        int end = numbers.end(start, from);
        if (end < to && Glyphs.isLetter(text.charAt(end)) && !numbers.isUnit(end)
                || end < to && Glyphs.isHyphen(text.charAt(end)) && Glyphs.isLetter(at(end + 1))) {
            return rest(start, end);
        }
        return add(start, end);
    }

    private int word(int start) {
        if ((text.charAt(start) == 'h' || text.charAt(start) == 'H')
                && start > 0
                && Glyphs.isDigit(text.charAt(start - 1))
                && Glyphs.isDigit(at(start + 1))) {
            return add(start, start + 1);
        }
        int address = Addresses.end(text, start, to);
        if (address > start) {
            return add(start, address);
        }
        return rest(start, start);
    }

    /** A word from {@code start}, known to hold the characters before {@code from}. */
    private int rest(int start, int from) {
        int i = from;
        boolean hyphen = false;
        while (i < to) {
            char c = text.charAt(i);
            byte kind = Glyphs.of(c);
            if (kind == Glyphs.LETTER || kind == Glyphs.DIGIT || c == '~' || c == '_') {
                i++;
            } else if (Glyphs.isHyphen(c)) {
                if (!isWordStart(at(i + 1))) {
                    break;
                }
                hyphen = true;
                i++;
            } else if (Glyphs.isApostrophe(c)) {
                if (Clitics.isElided(text, start, i)) {
                    int whole = Wholes.end(text, start, i, to);
                    if (whole < 0) {
                        return add(start, i + 1);
                    }
                    i = whole;
                } else if (isWordStart(at(i + 1))) {
                    i++;
                } else {
                    break;
                }
            } else if (c == '.' && Dots.joins(text, start, i, to)) {
                i++;
            } else if (c == '&'
                    && i + 1 < to
                    && Character.isUpperCase(text.charAt(i - 1))
                    && Character.isUpperCase(at(i + 1))) {
                i++;
            } else if (c == '/' && Dots.isSlashInside(text, start, i, to)) {
                i++;
            } else if (c == '(') {
                int closed = Dots.ending(text, i, to);
                if (closed < 0) {
                    break;
                }
                i = closed;
            } else if (c == '\u00B0' && i - start == 1 && (text.charAt(start) == 'n' || text.charAt(start) == 'N')) {
                i++;
            } else if (Character.isHighSurrogate(c) && isLetterPair(i)) {
                i += 2;
            } else {
                break;
            }
        }
        return hyphen ? hyphenated(start, i) : add(start, i);
    }

    private boolean isWordStart(char c) {
        byte kind = Glyphs.of(c);
        return kind == Glyphs.LETTER || kind == Glyphs.DIGIT;
    }

    private boolean isLetterPair(int i) {
        return i + 1 < to
                && Character.isLowSurrogate(text.charAt(i + 1))
                && Character.isLetterOrDigit(text.codePointAt(i));
    }

    /** Cuts the pronouns off the end of a hyphenated word, two at most. */
    private int hyphenated(int start, int end) {
        int second = Clitics.lastStart(text, start, end);
        int first = second < end ? Clitics.lastStart(text, start, second) : second;
        if (first > start && first < second) {
            add(start, first);
            add(first, second);
            return add(second, end);
        }
        if (second < end) {
            add(start, second);
            return add(second, end);
        }
        return add(start, end);
    }

    private int sign(int at, char c) {
        char next = at(at + 1);
        if (c == '.' && next == '.') {
            return add(at, run(at, c));
        }
        if (Glyphs.isHyphen(c) || c == '+' || c == '\u2212') {
            if (Glyphs.isDigit(next) && opens(at)) {
                return number(at, at + 1);
            }
            if (c == '+' && next == '/' && at(at + 2) == '-') {
                return add(at, at + 3);
            }
            if (Glyphs.isHyphen(c) && next == c) {
                return add(at, run(at, c));
            }
            if (Glyphs.isHyphen(c) && Glyphs.isLetter(next)) {
                int clitic = Wholes.clitic(text, at, to);
                return add(at, clitic > 0 ? clitic : at + 1);
            }
            return add(at, at + 1);
        }
        if (c == '\u00B0' && (next == 'C' || next == 'F') && !Glyphs.isLetter(at(at + 2))) {
            return add(at, at + 2);
        }
        if ((c == '#' || c == '@' || c == '~') && Glyphs.isLetter(next)) {
            return rest(at, at + 1);
        }
        if (Character.isHighSurrogate(c) && isLetterPair(at)) {
            return rest(at, at + 2);
        }
        return add(at, Pictures.end(text, at, to));
    }

    private int run(int at, char c) {
        int i = at + 1;
        while (i < to && text.charAt(i) == c) {
            i++;
        }
        return i;
    }
}
