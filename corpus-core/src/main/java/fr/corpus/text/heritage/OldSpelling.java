package fr.corpus.text.heritage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the modern form of a word in the spelling of before 1835: the rules are the changes that the Dictionnaire de
 * l’Académie made in its editions of 1718, 1740, 1762 and 1835 and the old use of u, v, i, j, y and ſ in print.
 * Thread-safe.
 */
public final class OldSpelling {

    private static final int DEPTH = 3;
    private static final int MOST_CANDIDATES = 96;
    private static final int SHORTEST = 2;

    /** What was written and what is written now, anywhere in a word. */
    private static final String[][] INSIDE = {
        {"oi", "ai"},
        {"u", "v"},
        {"v", "u"},
        {"es", "é"},
        {"es", "ê"},
        {"es", "è"},
        {"e", "è"},
        {"e", "é"},
        {"as", "â"},
        {"is", "î"},
        {"os", "ô"},
        {"us", "û"},
        {"y", "i"},
        {"ct", "t"},
        {"sç", "s"},
        {"ngn", "gn"},
        {"cqu", "qu"},
        {"ï", "i"},
        {"ë", "é"},
        {"ü", "u"},
        {"û", "u"},
        {"eu", "u"},
        {"pt", "t"},
        {"bs", "s"},
        {"lt", "t"},
        {"gn", "nn"},
        {"gn", "n"},
        {"ou", "o"},
        {"é", "e"},
        {"è", "é"},
        {"é", "è"},
        {"ê", "e"},
        {"ens", "ents"},
        {"th", "t"},
        {"dv", "v"},
        {"ll", "l"},
        {"tt", "t"},
        {"nn", "n"},
        {"mm", "m"},
        {"pp", "p"},
        {"ff", "f"},
        {"ss", "s"},
        {"rr", "r"},
        {"dd", "d"},
        {"t", "tt"},
        {"p", "pp"},
        {"n", "nn"},
        {"ç", "s"},
        {"nc", "ns"},
        {"ai", "aî"},
        {"a", "â"},
        {"o", "ô"},
        {"oî", "oi"},
        {"õ", "on"},
        {"õ", "om"},
        {"ã", "an"},
        {"ẽ", "en"},
        {"ẽ", "em"},
        {"ũ", "un"},
        {"q", "qu"},
        {"ph", "f"},
    };

    private static final String[][] FIRST = {{"v", "u"}, {"i", "j"}, {"j", "i"}, {"u", "v"}, {"h", ""}, {"ch", "c"}};

    private static final String[][] LAST = {
        {"ans", "ants"},
        {"ans", "ant"},
        {"ens", "ents"},
        {"ez", "és"},
        {"y", "i"},
        {"z", "s"},
        {"x", "s"},
        {"g", ""},
        {"oit", "ait"},
        {"oint", "aient"},
        {"oient", "aient"},
        {"ois", "ais"},
        {"é", "ée"},
        {"aus", "aux"},
        {"s", ""},
        {"iesme", "ième"},
        {"iere", "ière"},
        {"erent", "èrent"},
        {"t", ""},
    };

    private OldSpelling() {}

    /**
     * The modern form of a word, or the empty string when the rules lead to no word.
     *
     * @param word in lower case, with s for ſ, not itself a modern word
     * @param known whether a form is in the lexicon
     */
    public static String modern(String word, Predicate<String> known) {
        if (word.length() < SHORTEST) {
            return "";
        }
        Set<String> seen = new LinkedHashSet<>();
        seen.add(word);
        List<String> level = List.of(word);
        for (int depth = 0; depth < DEPTH && !level.isEmpty(); depth++) {
            List<String> next = new ArrayList<>();
            for (String form : level) {
                for (String candidate : rewritten(form)) {
                    if (seen.size() < MOST_CANDIDATES && seen.add(candidate)) {
                        if (known.test(candidate)) {
                            return candidate;
                        }
                        next.add(candidate);
                    }
                }
            }
            level = next;
        }
        return "";
    }

    private static List<String> rewritten(String form) {
        List<String> forms = new ArrayList<>();
        for (String[] rule : LAST) {
            if (form.length() > rule[0].length() && form.endsWith(rule[0])) {
                forms.add(form.substring(0, form.length() - rule[0].length()) + rule[1]);
            }
        }
        for (String[] rule : FIRST) {
            if (form.startsWith(rule[0])) {
                forms.add(rule[1] + form.substring(1));
            }
        }
        for (String[] rule : INSIDE) {
            for (int at = form.indexOf(rule[0]); at >= 0; at = form.indexOf(rule[0], at + 1)) {
                forms.add(form.substring(0, at) + rule[1] + form.substring(at + rule[0].length()));
            }
        }
        return forms;
    }
}
