package fr.corpus.fingerprint;

import fr.corpus.hash.Digest;
import java.util.Arrays;

/** What a text can be known again by, kept where cutting the text anew would cost too much. Immutable. */
public final class TextTraces {

    private final Digest text;
    private final long[] samples;

    private TextTraces(Digest text, long[] samples) {
        this.text = text;
        this.samples = samples;
    }

    /**
     * Traces of a text.
     *
     * @param text digest of its canonical form
     * @param samples its {@value Samples#VERSION} in the order of the text, those that come again too
     */
    public static TextTraces of(Digest text, long[] samples) {
        return new TextTraces(text, samples.clone());
    }

    /** Digest of the canonical text. */
    public Digest text() {
        return text;
    }

    /** The samples in the order of the text, as a copy. */
    public long[] samples() {
        return samples.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextTraces that && text.equals(that.text) && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "traces of " + text.hex();
    }
}
