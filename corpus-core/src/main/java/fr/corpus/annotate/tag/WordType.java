package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.Mix;

/**
 * What a form brings to the features of its own tag and of its neighbours' tags. Shared, never changed.
 *
 * @param form hash of the form as written, without capital at the start of what looks like a sentence
 * @param coarse hash of its categories in the lexicon
 * @param fine hash of its tags in the lexicon
 * @param suffix hash of its last three letters
 * @param capital whether it starts with a capital
 * @param question whether it is a question mark
 * @param clause what it does to the clause, bits of {@link Clause}
 * @param here features of its own tag, hashed
 * @param before features of the tag after it
 * @param after features of the tag before it
 * @param farBefore features of the tag two after it
 * @param farAfter features of the tag two before it
 */
record WordType(
        int form,
        int coarse,
        int fine,
        int suffix,
        boolean capital,
        boolean question,
        int clause,
        int[] here,
        int[] before,
        int[] after,
        int[] farBefore,
        int[] farAfter) {

    /** What stands before the first and after the last token. */
    static final WordType EDGE = edge();

    private static WordType edge() {
        int h = 0x0ED6E;
        return new WordType(
                h,
                h,
                h,
                h,
                false,
                false,
                Clause.BREAK,
                new int[0],
                new int[] {Mix.two(Template.BEFORE, h)},
                new int[] {Mix.two(Template.AFTER, h)},
                new int[] {Mix.two(Template.FAR_BEFORE, h)},
                new int[] {Mix.two(Template.FAR_AFTER, h)});
    }
}
