package fr.corpus.eval.instruct;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Counts words in capitals among the words of the Penn Treebank's conventions as NLTK applies them, because published verdicts count
 * so: brackets, quotation marks, dashes and most marks stand apart, an apostrophe or hyphen inside a word does not. Thread-safe.
 */
final class CapitalWords {

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String python, String replacement) {
            return new Rule(PythonText.pattern(python, 0), replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("([«“‘„]|`+)", " $1 "),
            Rule.of("^\"", "``"),
            Rule.of("(``)", " $1 "),
            Rule.of("([ (\\[{<])(\"|'{2})", "$1 `` "),
            new Rule(PythonText.ignoringCase("(?<![\\p{L}\\p{N}_])(')(?!(?:re|ve|ll|m|t|s|d|n)\\b)(?=\\w)"), "$1 "),
            Rule.of("([^.])(\\.)([\\])}>\"'»”’ ]*+)\\s*+$", "$1 $2 $3 "),
            Rule.of("([:,])([^\\d])", " $1 $2"),
            Rule.of("([:,])$", " $1 "),
            Rule.of("\\.{2,}", " $0 "),
            Rule.of("[;@#$%&]", " $0 "),
            Rule.of("[\\u2012-\\u2015]", " $0 "),
            Rule.of("[?!]", " $0 "),
            Rule.of("([^'])' ", "$1 ' "),
            Rule.of("[*]", " $0 "),
            Rule.of("[\\]\\[(){}<>]", " $0 "),
            Rule.of("--", " -- "),
            Rule.of("([»”’])", " $1 "),
            Rule.of("''", " '' "),
            Rule.of("\"", " '' "),
            Rule.of("\\s+", " "),
            Rule.of("([^' ])('[sS]|'[mM]|'[dD]|') ", "$1 $2 "),
            Rule.of("([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) ", "$1 $2 "));

    private CapitalWords() {}

    /** Number of words that have a capital and no small letter. */
    static long count(String text) {
        String spaced = " " + text + " ";
        for (Rule rule : RULES) {
            spaced = rule.pattern().matcher(spaced).replaceAll(rule.replacement());
        }
        return PythonText.split(spaced).stream().filter(PythonText::isUpper).count();
    }
}
