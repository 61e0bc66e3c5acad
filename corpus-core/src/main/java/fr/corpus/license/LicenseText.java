package fr.corpus.license;

import java.util.Locale;

/** The form under which two ways to write a licence are the same: what the catalogue's index is keyed by. */
final class LicenseText {

    /** Longer is no licence's name. */
    static final int MAX_CHARS = 400;

    private LicenseText() {}

    /**
     * Lower case; blanks, hyphens and underscores are one hyphen; typographic apostrophes are ASCII; no final dot. An
     * address loses its scheme, {@code www.}, query, fragment, the pages {@code legalcode}, {@code deed} and {@code
     * index} and final slashes.
     */
    static String normalize(String declared) {
        String text = declared.strip().toLowerCase(Locale.ROOT);
        if (text.indexOf('/') > 0 && text.indexOf('.') > 0 && text.indexOf(' ') < 0) {
            text = stripAddress(text);
        }
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '_' || Character.isWhitespace(c) || Character.isSpaceChar(c) || isDash(c)) {
                gap = true;
                continue;
            }
            if (gap && out.length() > 0) {
                out.append('-');
            }
            gap = false;
            out.append(c == '’' ? '\'' : c);
        }
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == '/' || out.charAt(end - 1) == '.')) {
            end--;
        }
        return out.substring(0, end);
    }

    private static boolean isDash(char c) {
        return c >= '\u2010' && c <= '\u2015';
    }

    private static String stripAddress(String address) {
        String text = cutAt(cutAt(address, '#'), '?');
        text = text.substring(text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0);
        text = text.startsWith("www.") ? text.substring(4) : text;
        String page = text.substring(text.lastIndexOf('/') + 1);
        boolean deed = page.equals("deed") || page.startsWith("deed.");
        boolean legal = page.equals("legalcode") || page.startsWith("legalcode.") || page.equals("index.html");
        return deed || legal ? text.substring(0, text.length() - page.length()) : text;
    }

    private static String cutAt(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }
}
