package fr.corpus.match;

import fr.corpus.fingerprint.NearCode;
import fr.corpus.optout.WorkFingerprint;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether documents are near one short work by their Text-Codes, by the rule of builds ({@link ReservationMatcher}). Confined to one
 * thread.
 */
public final class NearWork {

    private final CodeTable table = new CodeTable();
    private final long[] code;
    private final boolean everyDocument;
    private final NearText near = new NearText();

    private NearWork(WorkFingerprint work) {
        code = CodeTable.words(work.iscc());
        everyDocument = comparesEveryDocument(work);
        table.add(code, 0);
        table.seal();
    }

    /** The rule for a work; empty if it is long, so that samples find it wherever its code would. */
    public static Optional<NearWork> of(WorkFingerprint work) {
        return work.samples().length <= ReservationIndex.MOST_NEAR_SAMPLES
                ? Optional.of(new NearWork(work))
                : Optional.empty();
    }

    /**
     * Whether a work has too few samples to be found by them, so that every document that is as short is compared; else those are that
     * have one of its samples.
     */
    public static boolean comparesEveryDocument(WorkFingerprint work) {
        return work.samples().length < Quotation.LEAST_HITS;
    }

    /** The share of bits in which a document’s code agrees with the work’s, 0.75 to 1; empty if it is not near. */
    public OptionalDouble similarity(String text) {
        return similarity(near.of(text));
    }

    /** The same for a document whose text is gone. */
    public OptionalDouble similarity(NearCode document) {
        return similarity(near.of(document));
    }

    private OptionalDouble similarity(NearText text) {
        if (everyDocument && !text.isShort()) {
            return OptionalDouble.empty();
        }
        Optional<long[]> words = text.words();
        if (words.isEmpty()) {
            return OptionalDouble.empty();
        }
        int distance = CodeTable.distance(code, words.get());
        boolean compared = !everyDocument || shareMinima(words.get());
        return compared && distance <= CodeTable.MAX_DISTANCE
                ? OptionalDouble.of(CodeTable.similarity(distance))
                : OptionalDouble.empty();
    }

    /** Codes that stand in a table are compared if they share minima in a row. */
    private boolean shareMinima(long[] other) {
        boolean[] shared = {false};
        table.find(other, (selector, distance) -> shared[0] = true);
        return shared[0];
    }
}
