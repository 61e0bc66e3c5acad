package fr.corpus.eval.metric;

import java.util.Set;

/** How SQuAD, FrenchBench, lighteval and COLE normalize an answer, pass by pass. */
final class OriginalAnswers {

    private static final String ASCII_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final Set<String> LIGHTEVAL = Set.of("le", "la", "les", "l'", "un", "une", "des");
    private static final Set<String> COLE = Set.of("le", "la", "l'", "du", "des", "aux", "un", "une");
    private static final String COLE_PUNCTUATION = "«»“”";
    private static final String APOSTROPHES = "'’‘";
    /** Letters of “les” and the like. */
    private static final int LONGEST_ARTICLE = 3;

    private OriginalAnswers() {}

    /** Lower case, no ASCII punctuation, no articles, single spaces. */
    static String squad(String answer, Set<String> articles) {
        TextBuffer text = TextBuffer.of(answer);
        text.lower();
        text.rewrite();
        for (int i = 0; i < text.length(); i++) {
            if (ASCII_PUNCTUATION.indexOf(text.at(i)) < 0) {
                text.put(text.at(i));
            }
        }
        text.swap();
        removeArticles(text, articles);
        return collapsed(text);
    }

    /** No articles, no punctuation of Unicode or ASCII, then lower case. */
    static String lighteval(String answer) {
        TextBuffer text = TextBuffer.of(answer);
        removeArticles(text, LIGHTEVAL);
        text.rewrite();
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (!UnicodeClasses.isPunctuation(c) && ASCII_PUNCTUATION.indexOf(c) < 0) {
                text.put(c);
            }
        }
        text.swap();
        text.lower();
        return collapsed(text);
    }

    /** Lower case, one apostrophe without spaces around it, no articles, no apostrophes, other punctuation as spaces. */
    static String cole(String answer) {
        TextBuffer text = TextBuffer.of(answer);
        text.lower();
        unifyApostrophes(text);
        removeArticles(text, COLE);
        text.rewrite();
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (c != '\'') {
                text.put(ASCII_PUNCTUATION.indexOf(c) >= 0 || COLE_PUNCTUATION.indexOf(c) >= 0 ? ' ' : c);
            }
        }
        text.swap();
        return collapsed(text);
    }

    private static void unifyApostrophes(TextBuffer text) {
        text.rewrite();
        int n = text.length();
        int i = 0;
        while (i < n) {
            int next = i;
            while (next < n && PythonText.isSpace(text.at(next))) {
                next++;
            }
            if (next < n && APOSTROPHES.indexOf(text.at(next)) >= 0) {
                text.put('\'');
                i = next + 1;
                while (i < n && PythonText.isSpace(text.at(i))) {
                    i++;
                }
            } else {
                for (int j = i; j < next; j++) {
                    text.put(text.at(j));
                }
                i = next;
                if (i < n) {
                    text.put(text.at(i++));
                }
            }
        }
        text.swap();
    }

    /** Puts a space for each run of word characters that is an article; one with an apostrophe needs a word behind it. */
    private static void removeArticles(TextBuffer text, Set<String> articles) {
        text.rewrite();
        int n = text.length();
        int i = 0;
        while (i < n) {
            int end = i;
            while (end < n && isWord(text.at(end))) {
                end++;
            }
            if (end == i) {
                text.put(text.at(i++));
                continue;
            }
            String run = end - i <= LONGEST_ARTICLE ? new String(text.array(), i, end - i) : "";
            boolean elided = end + 1 < n && text.at(end) == '\'' && isWord(text.at(end + 1));
            if (articles.contains(run)) {
                text.put(' ');
            } else if (elided && articles.contains(run + "'")) {
                text.put(' ');
                end++;
            } else {
                for (int j = i; j < end; j++) {
                    text.put(text.at(j));
                }
            }
            i = end;
        }
        text.swap();
    }

    /** What {@code \w} of Python’s regular expressions is: letters, numbers and the low line, but no mark. */
    private static boolean isWord(int point) {
        return point == '_' || UnicodeClasses.isLetterOrNumber(point);
    }

    private static String collapsed(TextBuffer text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            int c = text.at(i);
            if (PythonText.isSpace(c)) {
                gap = out.length() > 0;
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }
}
