package fr.corpus.text.heritage;

import java.util.Locale;
import java.util.Set;

/**
 * Makes words whole that a hyphen at the end of a line divides, and keeps the hyphens of compounds. Confined to one thread.
 *
 * <p>The lexicon decides, with the old spellings that lead to it: the hyphen stays when the halves are a word with it ({@code
 * peut-être}), goes when they are one without, and stays when what follows is a pronoun or particle behind a word ({@code dit-il}, {@code celui-ci}), a
 * capital ({@code Jean-Jacques}), or when both halves are words and their union is none. Else it goes: most such words are names,
 * learned words, or words that recognition damaged. Either way the word then stands on its first line.
 *
 * <p>Over a blank line, as between two columns, only what is surely one word is joined.
 */
public final class DividedWords {

    /** What may follow a word behind a hyphen of its own. */
    private static final Set<String> ENCLITICS = Set.of(
            "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "moi", "toi", "lui", "leur", "le",
            "la", "les", "y", "en", "ci", "là", "même", "mêmes", "soi", "eux", "un", "t");

    private static final Set<String> SUBJECTS = Set.of("il", "elle", "on", "ils", "elles");

    /** The words in the middle of compounds of three. */
    private static final Set<String> LINKS =
            Set.of("à", "de", "du", "des", "en", "et", "la", "le", "les", "d", "l", "sur", "sous", "lès", "par");

    private static final int LONGEST = 40;

    private final WordForms forms = new WordForms();
    private final String text;
    private final StringBuilder out;
    private int copied;
    private int joined;
    private int kept;

    private DividedWords(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /**
     * A text with its divided words made whole.
     *
     * @param text the text; the same instance when there was nothing to do
     * @param joined words of which the hyphen went
     * @param kept words that kept it
     */
    public record Whole(String text, int joined, int kept) {}

    /** Makes the words of a text whole. A second pass finds nothing to do. */
    public static Whole join(String text) {
        if (text.indexOf('\n') < 0) {
            return new Whole(text, 0, 0);
        }
        return new DividedWords(text).run();
    }

    private Whole run() {
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', Math.max(at + 1, copied))) {
            lineEnd(at);
        }
        if (joined + kept == 0) {
            return new Whole(text, 0, 0);
        }
        out.append(text, copied, text.length());
        return new Whole(out.toString(), joined, kept);
    }

    private void lineEnd(int at) {
        int hyphen = at - 1;
        while (hyphen >= copied && isBlank(text.charAt(hyphen))) {
            hyphen--;
        }
        if (hyphen < copied || !isHyphen(text.charAt(hyphen))) {
            return;
        }
        int next = at + 1;
        int breaks = 1;
        while (next < text.length() && (isBlank(text.charAt(next)) || text.charAt(next) == '\n')) {
            breaks += text.charAt(next) == '\n' ? 1 : 0;
            next++;
        }
        String end = wordFrom(next);
        if (end.isEmpty() || breaks > 2) {
            return;
        }
        out.append(text, copied, hyphen);
        copied = hyphen;
        String start = lastWord();
        if (start.isEmpty()) {
            return;
        }
        boolean compound = isCompound(start, end, next);
        if (breaks > 1 && (compound || !isWhole(start, end) || !Character.isLowerCase(end.charAt(0)))) {
            return;
        }
        if (compound) {
            out.append('-');
            kept++;
        } else {
            joined++;
        }
        finishLine(next);
    }

    /** Takes over the rest of the word with its marks; the rest of its line becomes the next line. */
    private void finishLine(int next) {
        int end = next;
        while (end < text.length() && !isBlank(text.charAt(end)) && text.charAt(end) != '\n') {
            end++;
        }
        if (end - 1 > next && isHyphen(text.charAt(end - 1)) && isLineEnd(end)) {
            // divided once more
            out.append(text, next, end - 1);
            copied = end - 1;
            return;
        }
        int rest = afterBlanks(end);
        int mark = rest;
        while (mark < text.length() && ";:!?»".indexOf(text.charAt(mark)) >= 0) {
            mark++;
        }
        if (mark > rest && (mark == text.length() || isBlank(text.charAt(mark)) || text.charAt(mark) == '\n')) {
            // a mark that stands apart stays with its word
            end = mark;
            rest = afterBlanks(mark);
        }
        out.append(text, next, end);
        if (rest < text.length() && text.charAt(rest) != '\n') {
            // a hyphen that was inside a line must not come to stand at the end of one
            out.append(isHyphen(out.charAt(out.length() - 1)) ? ' ' : '\n');
        }
        copied = rest;
    }

    private int afterBlanks(int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether the hyphen is one of a compound. */
    private boolean isCompound(String start, String end, int next) {
        String first = WordForms.spelled(start);
        String last = WordForms.spelled(end);
        if (Character.isUpperCase(end.charAt(0)) && !isUpper(start) || isInverted(first)) {
            return true;
        }
        if (isLong(first, last)) {
            return false;
        }
        if (forms.isKnown(first + "-" + last)) {
            // where the spelling of 1990 has one word too, print before it had the hyphen
            return true;
        }
        boolean isFirst = isWord(first);
        if (isFirst && (isLinked(last, next + end.length()) || isQuestion(first, last))) {
            return true;
        }
        if (!isFirst || forms.isKnown(first + last)) {
            return false;
        }
        boolean two = forms.isKnown(last) && Math.min(first.length(), last.length()) > 2;
        return ENCLITICS.contains(last) || two && !isWhole(start, end);
    }

    /** Whether the word goes on as {@code vis-à-vis} and {@code chef-d’œuvre} do. */
    private boolean isLinked(String last, int after) {
        char sign = after < text.length() ? text.charAt(after) : ' ';
        return LINKS.contains(last) && (isHyphen(sign) && !isLineEnd(after + 1) || sign == '\u2019' || sign == '\'');
    }

    /** Whether it is a verb and its subject: no syllable of a word would begin behind that consonant. */
    private static boolean isQuestion(String first, String last) {
        char end = first.charAt(first.length() - 1);
        return (end == 't' || end == 'd') && SUBJECTS.contains(last);
    }

    /** Whether the halves together are a word, in today’s spelling or an old one, or a name. */
    private boolean isWhole(String start, String end) {
        String word = WordForms.spelled(start) + WordForms.spelled(end);
        return !isLong(start, end) && (isWord(word) || Character.isUpperCase(start.charAt(0)) && forms.isName(word));
    }

    private boolean isWord(String word) {
        return forms.isKnown(word) || forms.classOf(word, true) == WordForms.OLD;
    }

    private static boolean isLong(String start, String end) {
        return start.length() + end.length() > LONGEST;
    }

    /** Whether the word ends in the t of a question: {@code a-t-} before {@code il}. */
    private boolean isInverted(String first) {
        int before = out.length() - 2;
        return first.equals("t") && before >= 0 && out.charAt(before) == '-';
    }

    private boolean isLineEnd(int from) {
        int i = afterBlanks(from);
        return i < text.length() && text.charAt(i) == '\n';
    }

    private static boolean isUpper(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private String wordFrom(int from) {
        int end = from;
        while (end < text.length() && end - from <= LONGEST && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private String lastWord() {
        int start = out.length();
        while (start > 0 && out.length() - start <= LONGEST && Character.isLetter(out.charAt(start - 1))) {
            start--;
        }
        return out.substring(start);
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u00AC' || c == '\u00AD' || c == '\u2010' || c == '\u2E17';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u00A0' || c == '\u202F';
    }
}
