package fr.corpus.read;

import java.util.Arrays;

/**
 * How likely a character beyond ASCII is in French text, given that one stands there, and how well its neighbours suit it.
 * Tells encodings apart. The weights are natural logarithms of shares among characters beyond ASCII, rounded to four
 * steps, after counts on the novels and plays of ELTeC-fra, Roman18 and FreDraCor (125,738 characters). They need not be
 * exact: encodings differ by several of these units at each letter. Thread-safe.
 */
final class FrenchLetters {

    private static final String[] BY_SHARE = {
        "éàè’", "êç«»\u00A0ùâîôû–—…œ“”", "ÉÀÊÈÇïë°€‘Œ·•§²³ÔÎ‹›", "ñöüäáíóúòìßåøæÂÙÛÏËÜÖÄÁ©®™£¼½¾×÷±¿¡ºªãõ´¨¸¶†‡‰µ¹",
    };

    private static final double[] WEIGHT = {-2, -4, -6, -9};
    private static final double OTHER = -12;
    private static final double UNDEFINED = -25;
    private static final double BAD_NEIGHBOURS = -6;

    private static final double[] WEIGHTS = weights();

    private FrenchLetters() {}

    private static double[] weights() {
        double[] weights = new double[1 << 16];
        Arrays.fill(weights, OTHER);
        for (char c = 0x80; c < 0xA0; c++) {
            weights[c] = UNDEFINED;
        }
        weights[Encoding.UNDEFINED] = UNDEFINED;
        for (int i = BY_SHARE.length - 1; i >= 0; i--) {
            for (char c : BY_SHARE[i].toCharArray()) {
                weights[c] = WEIGHT[i];
            }
        }
        return weights;
    }

    /** Whether French text has this character, rare ones aside. */
    static boolean isUsual(int codePoint) {
        return codePoint < WEIGHTS.length && WEIGHTS[codePoint] >= WEIGHT[2];
    }

    /**
     * The weight of a character between two others, which are seen through the same encoding; the higher the likelier.
     */
    static double weight(char before, char c, char after) {
        double weight = WEIGHTS[c];
        if (Character.isLowerCase(c) || Character.isUpperCase(c)) {
            boolean shouts = Character.isLowerCase(before) && Character.isUpperCase(c);
            boolean alone = c != 'à' && c != 'À' && !Character.isLetter(before) && !Character.isLetter(after);
            return shouts || alone ? weight + BAD_NEIGHBOURS : weight;
        }
        boolean within = c != '’' && c != '·' && Character.isLetter(before) && Character.isLetter(after);
        return within ? weight + BAD_NEIGHBOURS : weight;
    }
}
