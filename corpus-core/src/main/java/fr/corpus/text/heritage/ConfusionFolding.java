package fr.corpus.text.heritage;

/**
 * A form of a text in which letters that recognition takes for each other are the same: for matching only, never for storage or reading.
 * Its results never change; another folding is another version. Thread-safe.
 *
 * <p>In lower case and without accents, {@code rn} is {@code m}, {@code cl} is {@code d}, {@code vv} is {@code w}; then
 * {@code e c} are one letter, and so are {@code i l j 1 |}, {@code s ſ f}, {@code u v n}, {@code o 0}, {@code h b} and {@code g q}. A digit
 * counts as a letter only beside one or before an apostrophe. Words that differ in these letters only become the same, which a shingle of several words
 * forgives.
 */
public final class ConfusionFolding {

    /** Name and version, part of the identity of an index. */
    public static final String VERSION = "ocr-fold@1";

    private ConfusionFolding() {}

    /** The folded text. */
    public static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            char next = i + 1 < length ? Character.toLowerCase(text.charAt(i + 1)) : ' ';
            char pair = pair(c, next);
            if (pair != 0) {
                out.append(pair);
                i++;
            } else if (c == '0' || c == '1' || c == '|') {
                boolean inWord = Character.isLetter(next)
                        || next == '\u2019'
                        || next == '\''
                        || i > 0 && Character.isLetter(text.charAt(i - 1));
                out.append(inWord ? letter(c) : c);
            } else {
                out.append(letter(c));
            }
        }
        return out.toString();
    }

    private static char pair(char c, char next) {
        if (c == 'r' && next == 'n') {
            return 'm';
        }
        if (c == 'c' && next == 'l') {
            return 'd';
        }
        return c == 'v' && next == 'v' ? 'w' : 0;
    }

    private static char letter(char c) {
        return switch (c) {
            case 'à', 'â', 'ä', 'á', 'ã' -> 'a';
            case 'e', 'é', 'è', 'ê', 'ë', 'ç' -> 'c';
            case 'l', 'j', 'î', 'ï', '1', '|' -> 'i';
            case '\u017F', 'f' -> 's';
            case 'u', 'v', 'û', 'ù', 'ü' -> 'n';
            case 'ô', 'ö', '0' -> 'o';
            case 'b' -> 'h';
            case 'q' -> 'g';
            default -> c;
        };
    }
}
