package fr.corpus.annotate.conllu;

import java.util.Optional;

/** The attributes of the MISC column that tell the white space of the text. Stateless. */
public final class Misc {

    private Misc() {}

    /** The white space that a MISC column tells: one space when it tells nothing. */
    static String spacesAfter(String misc) {
        if (misc.equals(ConlluWord.NONE)) {
            return " ";
        }
        for (String attribute : misc.split("\\|", -1)) {
            if (attribute.equals("SpaceAfter=No")) {
                return "";
            }
            if (attribute.startsWith("SpacesAfter=")) {
                return unescape(attribute.substring("SpacesAfter=".length()));
            }
        }
        return " ";
    }

    /**
     * The value of an attribute, still escaped.
     *
     * @param key with its equals sign
     */
    public static Optional<String> attribute(String misc, String key) {
        for (String attribute : misc.split("\\|", -1)) {
            if (attribute.startsWith(key)) {
                return Optional.of(attribute.substring(key.length()));
            }
        }
        return Optional.empty();
    }

    /** The MISC column for the white space after a token: {@code _} for one space. */
    public static String ofSpaces(String spaces) {
        return switch (spaces) {
            case " " -> ConlluWord.NONE;
            case "" -> "SpaceAfter=No";
            default -> "SpacesAfter=" + escape(spaces);
        };
    }

    /** The MISC attribute for white space before the first token of a text. */
    public static String before(String spaces) {
        return "SpacesBefore=" + escape(spaces);
    }

    /** White space with {@code \s \n \r \t \p} (bar) and {@code \\} for what a column may not hold; others as {@code \xHHHH}. */
    public static String escape(String spaces) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < spaces.length(); i++) {
            char c = spaces.charAt(i);
            switch (c) {
                case ' ' -> escaped.append("\\s");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '|' -> escaped.append("\\p");
                case '\\' -> escaped.append("\\\\");
                default -> {
                    if (c > ' ' && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u0085') {
                        escaped.append(c);
                    } else {
                        escaped.append("\\x")
                                .append(Character.forDigit(c >> 12, 16))
                                .append(Character.forDigit(c >> 8 & 15, 16))
                                .append(Character.forDigit(c >> 4 & 15, 16))
                                .append(Character.forDigit(c & 15, 16));
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** What {@link #escape} wrote; an unknown escape stays as it is. */
    public static String unescape(String escaped) {
        StringBuilder spaces = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || i + 1 == escaped.length()) {
                spaces.append(c);
                continue;
            }
            char kind = escaped.charAt(++i);
            switch (kind) {
                case 's' -> spaces.append(' ');
                case 'n' -> spaces.append('\n');
                case 'r' -> spaces.append('\r');
                case 't' -> spaces.append('\t');
                case 'p' -> spaces.append('|');
                case '\\' -> spaces.append('\\');
                case 'x' -> i = hexadecimal(escaped, i, spaces);
                default -> spaces.append('\\').append(kind);
            }
        }
        return spaces.toString();
    }

    private static int hexadecimal(String escaped, int at, StringBuilder spaces) {
        if (at + 4 >= escaped.length()) {
            spaces.append("\\x");
            return at;
        }
        int code = 0;
        for (int i = at + 1; i <= at + 4; i++) {
            int digit = Character.digit(escaped.charAt(i), 16);
            if (digit < 0) {
                spaces.append("\\x");
                return at;
            }
            code = code << 4 | digit;
        }
        spaces.append((char) code);
        return at + 4;
    }
}
