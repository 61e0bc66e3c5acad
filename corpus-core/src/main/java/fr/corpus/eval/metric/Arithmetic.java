package fr.corpus.eval.metric;

/** In which numbers a score is computed from sums. The original tools use all three, and their scores differ in the last digits. */
public enum Arithmetic {
    /** Double precision: scores of a corpus or a segment. */
    DOUBLE,
    /** Single precision after every operation: resamples, as NumPy 2 computes them from float32 sums. */
    SINGLE,
    /** Double precision on whole numbers, which cut off what smoothing adds: trials of approximate randomization. */
    WHOLE;

    /** A result as these numbers hold it. */
    double round(double value) {
        return this == SINGLE ? (float) value : value;
    }
}
