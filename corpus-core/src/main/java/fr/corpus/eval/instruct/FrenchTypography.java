package fr.corpus.eval.instruct;

import java.util.regex.Pattern;

/** What French typography asks of a text (Lexique des règles typographiques en usage à l’Imprimerie nationale). Thread-safe. */
final class FrenchTypography {

    private static final String NO_BREAK = "[\\u00A0\\u202F]";

    /** A mark that wants a no-break space before it; not in times, ratios, addresses or emoticons. */
    private static final Pattern HIGH_MARK =
            Pattern.compile("(?<=[\\p{L}\\p{N})»\\]*%€.…\\u00A0\\u202F ])[:;!?]+(?=[\\s\\u00A0\\u202F»)*]|$)");

    private static final Pattern GOOD_MARK =
            Pattern.compile("(?<=[\\u00A0\\u202F])[:;!?]+(?=[\\s\\u00A0\\u202F»)*]|$)");
    private static final Pattern OPENING = Pattern.compile("«");
    private static final Pattern GOOD_OPENING = Pattern.compile("«(?=" + NO_BREAK + "\\S)");
    private static final Pattern CLOSING = Pattern.compile("»");
    private static final Pattern GOOD_CLOSING = Pattern.compile("(?<=\\S" + NO_BREAK + ")»");
    private static final Pattern OTHER_QUOTES = Pattern.compile("[\"“”„]|(?<![\\p{L}])'[^']+'(?!\\p{L})");

    private FrenchTypography() {}

    /** Whether each of at least {@code least} marks has its no-break space, and each guillemet. */
    static boolean isSpaced(String text, long least) {
        long marks = PythonText.count(HIGH_MARK, text);
        long quotes = PythonText.count(OPENING, text) + PythonText.count(CLOSING, text);
        return marks + quotes >= least
                && marks == PythonText.count(GOOD_MARK, text)
                && quotes == PythonText.count(GOOD_OPENING, text) + PythonText.count(GOOD_CLOSING, text);
    }

    /** Whether the text quotes with guillemets, at least so often, and with no other marks. */
    static boolean quotesInFrench(String text, long least) {
        long open = PythonText.count(OPENING, text);
        return open >= least
                && open == PythonText.count(CLOSING, text)
                && !OTHER_QUOTES.matcher(text).find();
    }
}
