package fr.corpus.eval.instruct;

/**
 * Whether a text is JSON as Python's reader takes it: NaN and infinities pass, duplicate keys pass, raw control characters in
 * strings do not. Confined to one thread.
 */
final class PythonJson {

    /** Nesting at which Python gives up with an error. */
    private static final int MAX_DEPTH = 900;

    /** Digits at which Python refuses to convert a whole number. */
    private static final int MAX_DIGITS = 4300;

    private static final String[] WORDS = {"null", "true", "false", "NaN", "Infinity", "-Infinity"};

    private final String text;
    private int at;

    private PythonJson(String text) {
        this.text = text;
    }

    static boolean isValid(String text) {
        PythonJson json = new PythonJson(text);
        json.blanks();
        if (!json.value(0)) {
            return false;
        }
        json.blanks();
        return json.at == text.length();
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean takes(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean value(int depth) {
        if (at >= text.length() || depth > MAX_DEPTH) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '{' -> list(depth, '}', true);
            case '[' -> list(depth, ']', false);
            case '"' -> string();
            default -> word() || number();
        };
    }

    private boolean word() {
        for (String word : WORDS) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return true;
            }
        }
        return false;
    }

    private boolean list(int depth, char end, boolean keys) {
        at++;
        blanks();
        if (takes(end)) {
            return true;
        }
        while (true) {
            blanks();
            if (keys && !key()) {
                return false;
            }
            if (!value(depth + 1)) {
                return false;
            }
            blanks();
            if (takes(end)) {
                return true;
            }
            if (!takes(',')) {
                return false;
            }
        }
    }

    private boolean key() {
        if (at >= text.length() || text.charAt(at) != '"' || !string()) {
            return false;
        }
        blanks();
        if (!takes(':')) {
            return false;
        }
        blanks();
        return true;
    }

    private boolean string() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c < ' ' || c == '\\' && !escape()) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at++);
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0 || text.charAt(at++) > 'f') {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        int start = at;
        takes('-');
        int digits = digits();
        if (digits == 0 || digits > 1 && text.charAt(at - digits) == '0') {
            return digits > 1 && endAfterZero(start);
        }
        int whole = at;
        if (takes('.') && digits() == 0) {
            at = whole;
            return digits <= MAX_DIGITS;
        }
        int mantissa = at;
        if (takes('e') || takes('E')) {
            if (!takes('+')) {
                takes('-');
            }
            if (digits() == 0) {
                at = mantissa;
            }
        }
        return at > whole || digits <= MAX_DIGITS;
    }

    /** “01” is read as 0, and what follows is then no JSON. */
    private boolean endAfterZero(int start) {
        at = start + (text.charAt(start) == '-' ? 2 : 1);
        return true;
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }
}
