package fr.corpus.annotate.profile;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Counts the spoken syllables of written French words by rule. Stateless.
 *
 * <p>One syllable for each vowel sound, where several letters make one ({@code eau}, {@code ou}, {@code oi}, {@code ui}, {@code œu},
 * {@code ueil}) and an {@code i}, {@code u}, {@code ou} or {@code y} before a vowel is a glide ({@code pied}, {@code nuage}: 1),
 * except after a consonant and {@code l} or {@code r} ({@code crier}: 2). {@code é}, {@code è} and letters with a diaeresis begin a
 * syllable of their own. The silent {@code u} of {@code qu} and {@code gu} and the silent {@code e} of {@code gea} do not count,
 * nor does a mute {@code e}, {@code es} or, in verbs, {@code ent} at the end; an {@code e} inside the word does ({@code maintenant}: 3,
 * {@code petitement}: 4), as in careful speech.
 *
 * <p>Limits: numbers and abbreviations are not read out; the rule knows no exceptions ({@code pays}, {@code abbaye} count one too few), no
 * old spelling and no foreign words.
 */
public final class Syllables {

    private static final String VOWELS = "aàâäeéèêëiîïoôöuùûüyœæ";

    /** Letters of several signs that are one vowel, longest first. */
    private static final String[] VOWEL_SIGNS = {
        "aoû", "eau", "oeu", "œu", "ai", "aî", "au", "ay", "ei", "eî", "eu", "eû", "ey", "oi", "oî", "ou", "oû", "où",
        "oy", "ui", "uî", "uy", "œi"
    };

    private Syllables() {}

    /**
     * The syllables of a word.
     *
     * @param word letters, with apostrophes and hyphens between its parts; an elided part ({@code l’}) has none of its own
     * @param verb whether a final {@code ent} is mute
     */
    public static int count(String word, boolean verb) {
        String letters = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int syllables = 0;
        int start = 0;
        boolean lettered = false;
        for (int i = 0; i <= letters.length(); i++) {
            if (i == letters.length() || !Character.isLetter(letters.charAt(i))) {
                if (i > start) {
                    lettered = true;
                    boolean elided = i < letters.length() && isApostrophe(letters.charAt(i));
                    syllables += part(letters.substring(start, i), verb, elided || isLink(letters, start, i));
                }
                start = i + 1;
            }
        }
        return lettered && syllables == 0 && !isElided(letters) ? 1 : syllables;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static boolean isElided(String word) {
        return isApostrophe(word.charAt(word.length() - 1));
    }

    /** The t of a-t-il. */
    private static boolean isLink(String word, int start, int end) {
        return end - start == 1 && word.charAt(start) == 't' && end < word.length();
    }

    private static int part(String letters, boolean verb, boolean mayBeSilent) {
        String spoken = withoutSilent(letters);
        int syllables = sounds(withoutEnd(spoken, verb));
        return syllables > 0 || mayBeSilent ? syllables : 1;
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    /** Without the u of qu and gu, and the e of gea and geo. */
    private static String withoutSilent(String letters) {
        StringBuilder spoken = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            char before = i == 0 ? ' ' : letters.charAt(i - 1);
            char after = i + 1 == letters.length() ? ' ' : letters.charAt(i + 1);
            boolean silent = c == 'u' && before == 'q'
                    || c == 'u' && before == 'g' && "eéèêiîy".indexOf(after) >= 0
                    || c == 'e' && before == 'g' && "aâàoô".indexOf(after) >= 0;
            if (!silent) {
                spoken.append(c);
            }
        }
        return spoken.toString();
    }

    private static String withoutEnd(String letters, boolean verb) {
        if (verb && letters.endsWith("ent")) {
            return letters.substring(0, letters.length() - 3);
        } else if (letters.endsWith("es")) {
            return letters.substring(0, letters.length() - 2);
        }
        return letters.endsWith("e") ? letters.substring(0, letters.length() - 1) : letters;
    }

    private static int sounds(String letters) {
        int sounds = 0;
        int at = 0;
        while (at < letters.length()) {
            if (!isVowel(letters.charAt(at))) {
                at++;
                continue;
            }
            int glide = glide(letters, at);
            if (glide > 0 && isVowelAt(letters, at + glide)) {
                sounds += isAfterCluster(letters, at) ? 1 : 0;
                at += glide;
            }
            at += sign(letters, at);
            sounds++;
        }
        return sounds;
    }

    private static boolean isVowelAt(String letters, int at) {
        return at < letters.length() && isVowel(letters.charAt(at));
    }

    /** Signs of the glide that may stand here: i, ï, y, u unless it makes one vowel with the next letter, ou but in ouil. */
    private static int glide(String letters, int at) {
        char c = letters.charAt(at);
        char after = at + 1 < letters.length() ? letters.charAt(at + 1) : ' ';
        if (c == 'o' && after == 'u') {
            return letters.startsWith("il", at + 2) ? 0 : 2;
        } else if (c == 'u') {
            return "iîy".indexOf(after) >= 0 ? 0 : 1;
        }
        return c == 'i' || c == 'ï' || c == 'y' ? 1 : 0;
    }

    private static int sign(String letters, int at) {
        for (String sign : VOWEL_SIGNS) {
            if (letters.startsWith(sign, at)) {
                int after = at + sign.length();
                boolean wet = after + 1 < letters.length()
                        && letters.charAt(after) == 'i'
                        && letters.charAt(after + 1) == 'l';
                return wet ? sign.length() + 1 : sign.length();
            }
        }
        return 1;
    }

    /** After a stop or f, v and l or r: cri-er, ou-bli-er. */
    private static boolean isAfterCluster(String letters, int at) {
        return at > 1 && "lr".indexOf(letters.charAt(at - 1)) >= 0 && "bcdfgptv".indexOf(letters.charAt(at - 2)) >= 0;
    }
}
