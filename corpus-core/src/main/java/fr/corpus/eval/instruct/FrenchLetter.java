package fr.corpus.eval.instruct;

import java.util.List;
import java.util.regex.Pattern;

/** The form of a formal letter in French. Thread-safe. */
final class FrenchLetter {

    private static final String DAY = "(?:1er|[2-9]|[12][0-9]|3[01])";
    private static final String MONTH =
            "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)";
    private static final Pattern DATE = Pattern.compile("^\\p{Lu}[\\p{L}\\- ]+, le[ \\u00A0\\u202F]" + DAY
            + "[ \\u00A0\\u202F]" + MONTH + "[ \\u00A0\\u202F][0-9]{4}\\.?$");
    private static final Pattern OBJECT = Pattern.compile("^Objet[ \\u00A0\\u202F]?:[ \\u00A0\\u202F]\\S.*");
    private static final Pattern CALL =
            Pattern.compile("^(?:Cher |Chère )?(?:Madame|Monsieur|Mesdames|Messieurs|Maître|Docteur)[^.!?]{0,60},$");
    private static final Pattern FAREWELL = Pattern.compile(
            "(?:agréer|agréez|recevoir|recevez|croire|croyez)\\b.*(?:salutations|sentiments|considération)",
            Pattern.DOTALL);
    private static final int MAX_SIGNATURE_WORDS = 6;

    private FrenchLetter() {}

    /**
     * Place and date, the object when asked for, the call, at least one paragraph, a formula of farewell that takes up the call, and a
     * signature, in this order.
     */
    static boolean isWellFormed(String text, boolean withObject) {
        List<String> lines = FrenchCounts.lines(text);
        int date = first(lines, DATE, 0);
        int object = withObject ? first(lines, OBJECT, date + 1) : date;
        if (date < 0 || object < 0) {
            return false;
        }
        int call = first(lines, CALL, object + 1);
        if (call < 0 || call + 2 >= lines.size()) {
            return false;
        }
        String signature = lines.get(lines.size() - 1);
        String farewell = lines.get(lines.size() - 2);
        String called = lines.get(call).substring(0, lines.get(call).length() - 1);
        return lines.size() - 2 > call + 1
                && FAREWELL.matcher(farewell).find()
                && farewell.contains(called)
                && FrenchCounts.words(signature) <= MAX_SIGNATURE_WORDS
                && !signature.endsWith(".");
    }

    private static int first(List<String> lines, Pattern pattern, int from) {
        for (int i = Math.max(0, from); i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                return i;
            }
        }
        return -1;
    }
}
