package fr.corpus.match;

import fr.corpus.fingerprint.NearCode;
import fr.corpus.iscc.TextHasher;
import java.util.Optional;

/**
 * The Text-Code of a document, computed once and only if something asks for it: hashing every 13-gram costs as much as several other
 * steps together. Reused from document to document; confined to one thread.
 */
final class NearText {

    /**
     * Least length of a document that is compared by its code, in code points of the collapsed text: below, two texts are near because
     * they share one formula.
     */
    static final int LEAST_CODE_POINTS = 200;

    /** Longest document that is compared with works too short for samples, in UTF-16 units. */
    static final int LONGEST_SHORT = 2_500;

    private final TextHasher hasher = new TextHasher();
    private String text = "";
    private int units;
    private Optional<NearCode> code = Optional.empty();

    /** The next document. */
    NearText of(String next) {
        text = next;
        units = next.length();
        code = Optional.empty();
        return this;
    }

    /** The next document, of which the text is gone and the code known. */
    NearText of(NearCode known) {
        text = "";
        units = known.units();
        code = Optional.of(known);
        return this;
    }

    /** The code. */
    NearCode code() {
        if (code.isEmpty()) {
            code = Optional.of(NearCode.of(hasher.hash(text), units));
        }
        return code.get();
    }

    /** The code, unless the text is too short to be compared by it. */
    Optional<long[]> words() {
        boolean tooShort = units < LEAST_CODE_POINTS || code().codePoints() < LEAST_CODE_POINTS;
        return tooShort ? Optional.empty() : Optional.of(CodeTable.words(code().body()));
    }

    /** Whether it may be a copy of a work that is too short for samples. */
    boolean isShort() {
        return units <= LONGEST_SHORT;
    }
}
