package fr.corpus.bench;

import fr.corpus.text.ocr.OcrDamage;

/** Makes errors in a text, letter by letter. Thread-safe. */
public enum Misreading {
    /** A letter replaced by any other, lost, or doubled, in equal parts. */
    RANDOM,
    /** What recognition does: look-alikes, other letters, letters lost or added, words cut ({@link OcrDamage}). */
    OCR;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûü";

    /**
     * The text with errors.
     *
     * @param rate the probability of an error at each letter, 0 to 1
     * @param seed same seed, same errors
     */
    public String of(String text, double rate, long seed) {
        if (this == OCR) {
            return OcrDamage.text(text, rate, seed);
        }
        SeededRandom random = new SeededRandom(seed);
        StringBuilder read = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            if (Character.isLetter(letter) && random.chance(rate)) {
                read.append(error(letter, random));
            } else {
                read.appendCodePoint(letter);
            }
        });
        return read.toString();
    }

    private static String error(int letter, SeededRandom random) {
        String same = Character.toString(letter);
        return switch (random.below(3)) {
            case 0 -> "";
            case 1 -> same + same;
            default -> Character.toString(LETTERS.charAt(random.below(LETTERS.length())));
        };
    }
}
