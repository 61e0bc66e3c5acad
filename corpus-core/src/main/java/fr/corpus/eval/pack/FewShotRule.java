package fr.corpus.eval.pack;

import fr.corpus.hash.Digest;
import java.util.Optional;

/**
 * How many solved examples precede an item unless a run says otherwise, and where they come from. Immutable.
 *
 * @param count examples, 0 for none
 * @param from {@code items} (the pack's other items) or the name of a file of items beside {@code pack.yaml}
 * @param digest SHA-256 of that file; empty for {@code items}
 */
public record FewShotRule(int count, String from, Optional<Digest> digest) {

    /** The pack's own items. */
    public static final String ITEMS = "items";

    /** No examples unless a run asks for some. */
    public static final FewShotRule NONE = new FewShotRule(0, ITEMS, Optional.empty());

    /** Most examples before an item. */
    public static final int MOST = 64;
}
