package fr.corpus.annotate.token;

import java.util.Locale;
import java.util.Set;

/** Words that French writes against another: elided before it, or after a verb and a hyphen. Stateless. */
final class Clitics {

    /** Longest elided word, its apostrophe left out: {@code jusqu}, {@code lorsqu}, {@code puisqu}, {@code quoiqu}. */
    static final int LONGEST_ELISION = 6;

    private static final Set<String> ELIDED = Set.of(
            "l", "d", "j", "m", "t", "s", "c", "ç", "n", "y", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu");

    private static final Set<String> AFTER_VERB = Set.of(
            "je", "tu", "il", "ils", "elle", "elles", "on", "ce", "nous", "vous", "moi", "toi", "lui", "leur", "y",
            "en", "le", "la", "les", "là", "ci");

    private static final Set<String> SUBJECTS = Set.of("il", "ils", "elle", "elles", "on");

    /** What keeps the word after its hyphen. */
    private static final Set<String> WHOLE = Set.of(
            "rendez-vous",
            "celui-ci",
            "celle-ci",
            "ceux-ci",
            "celles-ci",
            "celui-là",
            "celle-là",
            "ceux-là",
            "celles-là",
            "jusque-là",
            "par-là",
            "par-ci",
            "là-là",
            "la-la",
            "tra-la",
            "oh-la",
            "ho-la",
            "ô-là",
            "chez-moi",
            "chez-lui",
            "chez-elle",
            "chez-nous",
            "chez-vous",
            "sauve-qui-peut-en",
            "va-t-en",
            "delà",
            "ici-là",
            "vous-en",
            "ouï-la",
            "moi-je",
            "entre-elles",
            "quant-à-moi",
            "couci-couça",
            "decrescendo-la");

    private Clitics() {}

    static boolean isElided(String text, int start, int end) {
        int length = end - start;
        if (length == 0 || length > LONGEST_ELISION) {
            return false;
        }
        return ELIDED.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /**
     * Where the last word after a hyphen starts, its hyphen and the euphonic {@code -t} included, or {@code end} when the
     * whole is one token.
     *
     * @param start first character of the hyphenated word
     * @param end character after its last
     */
    static int lastStart(String text, int start, int end) {
        int hyphen = end - 1;
        while (hyphen > start && !Glyphs.isHyphen(text.charAt(hyphen))) {
            hyphen--;
        }
        if (hyphen == start || end - hyphen > 6 || end - hyphen < 2) {
            return end;
        }
        String last = text.substring(hyphen + 1, end).toLowerCase(Locale.ROOT);
        if (!AFTER_VERB.contains(last)) {
            return end;
        }
        String whole = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (WHOLE.contains(whole)) {
            return end;
        }
        if (SUBJECTS.contains(last)
                && hyphen - 2 > start
                && (text.charAt(hyphen - 1) == 't' || text.charAt(hyphen - 1) == 'T')
                && Glyphs.isHyphen(text.charAt(hyphen - 2))) {
            return hyphen - 2;
        }
        boolean particle = last.equals("là") || last.equals("ci");
        return particle || isVerbLike(text, start, hyphen) ? hyphen : end;
    }

    /** What precedes a pronoun is one word of letters, or a verb with another pronoun: no name of a place. */
    private static boolean isVerbLike(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Glyphs.isHyphen(text.charAt(i))) {
                int before = lastStart(text, start, end);
                return before < end;
            }
        }
        return end - start > 1 || text.charAt(start) == 'a' || text.charAt(start) == 'A';
    }
}
