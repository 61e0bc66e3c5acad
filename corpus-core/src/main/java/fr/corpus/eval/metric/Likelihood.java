package fr.corpus.eval.metric;

/**
 * How well a model foretells texts: sums over all of them, then one figure. Immutable.
 *
 * @param logLikelihood sum of natural logarithms
 * @param words of the texts, by the evaluator’s count
 * @param bytes of the texts in UTF-8
 */
public record Likelihood(double logLikelihood, long words, long bytes) {

    public Likelihood {
        if (!(logLikelihood <= 0) || words < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "no likelihood: " + logLikelihood + ", " + words + " words, " + bytes + " bytes");
        }
    }

    /** Both texts together. */
    public Likelihood plus(Likelihood other) {
        return new Likelihood(logLikelihood + other.logLikelihood, words + other.words, bytes + other.bytes);
    }

    /** exp(−Σll / Σwords); infinite without words. */
    public double wordPerplexity() {
        return StrictMath.exp(-logLikelihood / words);
    }

    /** exp(−Σll / Σbytes); infinite without bytes. */
    public double bytePerplexity() {
        return StrictMath.exp(-logLikelihood / bytes);
    }

    /** −Σll / (Σbytes · ln 2). */
    public double bitsPerByte() {
        return -logLikelihood / bytes / StrictMath.log(2);
    }
}
