package fr.corpus.match;

import fr.corpus.iscc.TextCode;
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

    private static final int BITS = 256;

    private final TextHasher hasher = new TextHasher();
    private String text = "";
    private Optional<TextCode> code = Optional.empty();

    /** The next document. */
    NearText of(String next) {
        text = next;
        code = Optional.empty();
        return this;
    }

    private TextCode code() {
        if (code.isEmpty()) {
            code = Optional.of(hasher.hash(text));
        }
        return code.get();
    }

    /** The 32 bytes of the code. */
    byte[] body() {
        return code().unit(BITS).body();
    }

    /** The code, unless the text is too short to be compared by it. */
    Optional<long[]> words() {
        boolean tooShort = text.length() < LEAST_CODE_POINTS || code().codePoints() < LEAST_CODE_POINTS;
        return tooShort ? Optional.empty() : Optional.of(CodeTable.words(body()));
    }

    /** Whether it may be a copy of a work that is too short for samples. */
    boolean isShort() {
        return text.length() <= LONGEST_SHORT;
    }
}
