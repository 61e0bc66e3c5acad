package fr.corpus.text.heritage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads old spelling as it is written today, beside the text and never instead of it: each change is a range of the text and its modern
 * form. Confined to one thread.
 *
 * <p>A word that the lexicon has stays, but for its ſ. Another is changed if the rules of {@link OldSpelling} lead to a word of the
 * lexicon; what they do not lead to stays as it is, names and errors of recognition among it. Signs of abbreviation are written out:
 * {@code &} as <i>et</i>, a tilde as <i>n</i> or <i>m</i>, ꝰ as <i>us</i>. Words that a line end divides should be whole.
 */
public final class ModernReading {

    private static final int MOST_REMEMBERED = 1 << 15;
    private static final int LONGEST = 40;

    /** Words of so many letters are changed with care. */
    private static final int SHORT = 4;

    /** Old words that are other words, or names, in the lexicon of today. */
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("avoient", "avaient"),
            Map.entry("tems", "temps"),
            Map.entry("déja", "déjà"),
            Map.entry("loix", "lois"),
            Map.entry("vîte", "vite"),
            Map.entry("sçai", "sais"),
            Map.entry("ceste", "cette"),
            Map.entry("cest", "cet"),
            Map.entry("grace", "grâce"),
            Map.entry("graces", "grâces"),
            Map.entry("ame", "âme"),
            Map.entry("ames", "âmes"));

    /** What a rewriting most likely is, before all that it may be: one of several words that the lexicon has. */
    private static final String[][] LIKELY = {
        {"tems$", "temps"},
        {"oît", "aît"},
        {"ë", "e"},
        {"é([^aeiouyéèê]{1,2})(es?|ent)$", "è$1$2"},
        {"([lt])\\1", "$1"},
        {"^e", "ê"},
        {"^e", "é"},
    };

    private final WordForms forms = new WordForms();
    private final Map<String, String> remembered = new HashMap<>();

    /**
     * A stretch of a text that is written otherwise today. Immutable.
     *
     * @param start first UTF-16 unit
     * @param end UTF-16 unit after the last
     * @param form how it is written today
     */
    public record Change(int start, int end, String form) {}

    /** The changes, in order. */
    public List<Change> of(String text) {
        List<Change> changes = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '&') {
                i = ampersand(text, i, changes);
            } else if (isLetter(c)) {
                int end = i;
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                word(text, i, end, changes);
                i = end;
            } else {
                i++;
            }
        }
        return changes;
    }

    private static int ampersand(String text, int at, List<Change> changes) {
        int end = at + 1;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        String joined = text.substring(at + 1, end);
        if (joined.isEmpty() || joined.equals("c")) {
            changes.add(new Change(at, end, joined.isEmpty() ? "et" : "etc"));
            return end;
        }
        return at + 1;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c >= '\u0300' && c <= '\u036F';
    }

    private void word(String text, int start, int end, List<Change> changes) {
        if (end - start > LONGEST) {
            return;
        }
        String written = text.substring(start, end);
        boolean elided = end < text.length() && (text.charAt(end) == '\'' || text.charAt(end) == '\u2019');
        if (written.length() == 1) {
            if (elided && written.equalsIgnoreCase("i")) {
                changes.add(new Change(start, end, written.equals("i") ? "j" : "J"));
            }
            return;
        }
        String modern = cased(written, modern(written));
        if (!modern.equals(written)) {
            changes.add(new Change(start, end, modern));
        }
    }

    private String modern(String written) {
        String lower = plain(written);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(lower, this::looked);
    }

    private String looked(String lower) {
        String whole = WHOLE.get(lower);
        if (whole != null) {
            return whole;
        }
        if (lower.contains("oe") && forms.isKnown(lower.replace("oe", "œ"))) {
            return lower.replace("oe", "œ");
        }
        if (forms.isKnown(lower) || forms.isName(lower)) {
            return lower;
        }
        for (String[] rule : LIKELY) {
            String candidate = lower.replaceFirst(rule[0], rule[1]);
            if (!candidate.equals(lower) && forms.isKnown(candidate)) {
                return candidate;
            }
        }
        String modern = OldSpelling.modern(lower, forms::isKnown);
        return modern.isEmpty() || losesItsEnd(lower, modern) ? lower : modern;
    }

    /** Whether a short word would lose its last letter: what is left would be a chance, as with Latin <i>res</i> and <i>hos</i>. */
    private static boolean losesItsEnd(String old, String modern) {
        String end = "yzx";
        char last = old.charAt(old.length() - 1);
        return old.length() <= SHORT && end.indexOf(last) < 0 && fold(last) != fold(modern.charAt(modern.length() - 1));
    }

    private static char fold(char letter) {
        return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    }

    /** Lower case, composed, with s for ſ and the ligatures of printers written out. */
    private static String plain(String written) {
        String composed = Normalizer.isNormalized(written, Normalizer.Form.NFC)
                ? written
                : Normalizer.normalize(written, Normalizer.Form.NFC);
        return composed.toLowerCase(Locale.ROOT)
                .replace('\u017F', 's')
                .replace("\uFB05", "st")
                .replace("\uFB06", "st")
                .replace("\uFB00", "ff")
                .replace("\uFB01", "fi")
                .replace("\uFB02", "fl")
                .replace("\uA770", "us");
    }

    private static String cased(String written, String modern) {
        if (!Character.isUpperCase(written.charAt(0))) {
            return modern;
        }
        if (written.equals(written.toUpperCase(Locale.ROOT))) {
            return modern.toUpperCase(Locale.ROOT);
        }
        return modern.substring(0, 1).toUpperCase(Locale.ROOT) + modern.substring(1);
    }

    /** A text with its changes made. */
    public static String apply(String text, List<Change> changes) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int from = 0;
        for (Change change : changes) {
            out.append(text, from, change.start()).append(change.form());
            from = change.end();
        }
        return out.append(text, from, text.length()).toString();
    }
}
