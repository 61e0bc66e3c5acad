package fr.corpus.annotate.entity;

/**
 * What a form brings to the features of its own label and of its neighbours' labels. Shared, never changed.
 *
 * @param folded hash of the folded form
 * @param shape hash of capitals, digits and signs
 * @param lexicon hash of what the lexicon says of it
 * @param gazetteer its kinds in the gazetteer
 * @param link which of {@link Links} it is
 * @param here features of its own label, hashed
 * @param before features of the label after it
 * @param after features of the label before it
 * @param farBefore features of the label two after it
 * @param farAfter features of the label two before it
 */
record WordKind(
        int folded,
        int shape,
        int lexicon,
        int gazetteer,
        int link,
        int[] here,
        int[] before,
        int[] after,
        int[] farBefore,
        int[] farAfter) {

    /** What stands before the first and after the last token. */
    static final WordKind EDGE = edge();

    private static WordKind edge() {
        int h = 0x0ED6E;
        return new WordKind(
                h,
                h,
                h,
                0,
                0,
                new int[0],
                new int[] {Hash.two(2, h)},
                new int[] {Hash.two(3, h)},
                new int[] {Hash.two(4, h)},
                new int[] {Hash.two(5, h)});
    }
}
