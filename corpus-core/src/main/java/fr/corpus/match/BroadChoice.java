package fr.corpus.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the documents that a selector takes which is too broad for an unverified claim ({@link ClaimBreadth}). */
public enum BroadChoice {
    /** The selector is not heeded; the manifest names it and says how many documents it would have taken. */
    SET_ASIDE,
    /** It is heeded as any other: its documents are withheld as suspended; the manifest names it all the same. */
    WITHHOLD;

    /** Its word in options and manifests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice of a word. */
    public static Optional<BroadChoice> find(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }
}
