package fr.corpus.text.language;

/**
 * How sums of weights become scores. Immutable.
 *
 * <p>N-grams overlap, so their weights count the same evidence several times, and less so in short texts: the sums are
 * divided before they go through a softmax. The background competes as one more language with a sum of its own for each
 * n-gram, so that text far from all varieties is told apart.
 *
 * @param sharpness softmax exponent for each nat, in thousandths
 * @param background weight of an n-gram for the background, in thousandths of a nat
 * @param spare reserved, 0
 */
record Calibration(int sharpness, int background, int spare) {

    /** How many numbers the file holds. */
    static final int NUMBERS = 3;

    static Calibration of(int[] numbers) {
        return new Calibration(numbers[0], numbers[1], numbers[2]);
    }

    int[] toArray() {
        return new int[] {sharpness, background, spare};
    }
}
