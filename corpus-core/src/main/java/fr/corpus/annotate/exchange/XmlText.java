package fr.corpus.annotate.exchange;

import java.util.Locale;

/** Characters in XML 1.0: what may not stand there is written so that it comes back. Stateless. */
final class XmlText {

    /** Start of the reference of a character that XML does not allow. */
    static final String CHARACTER = "char:U+";

    private XmlText() {}

    private static boolean isAllowed(char c) {
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Appends content: a character that XML does not allow is {@code <g ref="char:U+0001"/>}. */
    static void content(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (isAllowed(c)) {
                        out.append(c);
                    } else {
                        out.append("<g ref=\"")
                                .append(CHARACTER)
                                .append(hexadecimal(c))
                                .append("\"/>");
                    }
                }
            }
        }
    }

    /** Appends an attribute: a character that XML does not allow is {@code \xHHHH}, a backslash is doubled. */
    static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#9;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                case '\\' -> out.append("\\\\");
                default -> out.append(isAllowed(c) ? String.valueOf(c) : "\\x" + hexadecimal(c));
            }
        }
        out.append('"');
    }

    /** The value that {@link #attribute} wrote. */
    static String value(String attribute) {
        if (attribute.indexOf('\\') < 0) {
            return attribute;
        }
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < attribute.length(); i++) {
            char c = attribute.charAt(i);
            boolean escape = c == '\\' && i + 1 < attribute.length();
            if (escape && attribute.charAt(i + 1) == 'x' && i + 5 < attribute.length()) {
                value.append((char) Integer.parseInt(attribute.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (escape && attribute.charAt(i + 1) == '\\') {
                value.append('\\');
                i++;
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static String hexadecimal(char c) {
        return String.format(Locale.ROOT, "%04X", (int) c);
    }
}
