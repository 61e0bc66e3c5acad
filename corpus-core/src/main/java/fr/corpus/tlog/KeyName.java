package fr.corpus.tlog;

/** Names of keys: not empty, without Unicode spaces and without plus signs (C2SP signed-note, Format). */
final class KeyName {

    private KeyName() {}

    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || c < ' ' || isUnicodeSpace(c) || isSurrogate(c));
    }

    private static boolean isUnicodeSpace(int c) {
        return Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
