package fr.corpus.eval.pack;

/**
 * How many solved examples precede an item, and where they come from. Immutable.
 *
 * @param count examples, 0 for none
 * @param pool {@code none}, {@code items} (the pack's other items) or the name of a file beside {@code pack.yaml}
 */
public record FewShotRule(int count, String pool) {

    /** No examples. */
    public static final FewShotRule NONE = new FewShotRule(0, "none");

    /** The pack's own items. */
    public static final String ITEMS = "items";
}
