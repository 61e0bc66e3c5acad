package fr.corpus.text.ocr;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Damages clean text as recognition does, a given share of its characters: other letters, look-alikes, letters lost or
 * doubled, words joined or cut. Deterministic for its seed. Confined to one thread.
 */
public final class OcrDamage {

    private static final String LETTERS = "eaisntrulodcpmévqfbghjàxyèêzçwk.,'-i1l";
    private static final String[][] CONFUSIONS = {
        {"e", "c"}, {"c", "e"}, {"n", "u"}, {"u", "n"}, {"i", "l"}, {"l", "i"}, {"l", "1"}, {"m", "rn"}, {"s", "f"},
        {"f", "t"}, {"t", "l"}, {"h", "b"}, {"a", "o"}, {"o", "0"}, {"é", "e"}, {"è", "é"}, {"r", "v"}, {"v", "y"},
        {"d", "cl"}, {"b", "h"}, {"g", "q"}, {"q", "g"}, {"à", "a"}, {"ê", "ë"}, {"ç", "c"}, {"E", "F"}, {"D", "O"},
    };

    private final double rate;
    private final SplittableRandom random;

    OcrDamage(double rate, SplittableRandom random) {
        this.rate = rate;
        this.random = random;
    }

    /**
     * A damaged text.
     *
     * @param rate the probability of damage at each UTF-16 unit, 0 to 1; line ends and surrogates stay
     * @param seed same seed, same damage
     */
    public static String text(String clean, double rate, long seed) {
        OcrDamage damage = new OcrDamage(rate, new SplittableRandom(seed));
        StringBuilder out = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            damage.character(clean.charAt(i), out);
        }
        return out.toString();
    }

    /** Adds a token as it comes out, in one part or several, each with whether it is damaged. */
    void token(String token, List<String> tokens, List<Boolean> damaged) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < token.length(); i++) {
            character(token.charAt(i), out);
        }
        String result = out.toString();
        boolean changed = !result.equals(token);
        for (String part : result.split(" ")) {
            if (!part.isEmpty()) {
                tokens.add(part);
                damaged.add(changed);
            }
        }
    }

    private void character(char c, StringBuilder out) {
        if (c == '\n' || Character.isSurrogate(c) || random.nextDouble() >= rate) {
            out.append(c);
            return;
        }
        double kind = random.nextDouble();
        if (kind < 0.3) {
            String like = confusion(c);
            out.append(like.isEmpty() ? String.valueOf(letter()) : like);
        } else if (kind < 0.7) {
            out.append(letter());
        } else if (kind < 0.85) {
            return; // lost
        } else if (kind < 0.95) {
            out.append(c).append(letter());
        } else {
            out.append(c).append(' ');
        }
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private String confusion(char c) {
        for (String[] pair : CONFUSIONS) {
            if (pair[0].charAt(0) == c) {
                return pair[1];
            }
        }
        return "";
    }
}
