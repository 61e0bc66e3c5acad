package fr.corpus.annotate.tag;

import fr.corpus.annotate.model.Mix;

/** The features that join several tokens or tags before. Stateless. */
final class Context {

    /** Number of features. */
    static final int SIZE = 21;

    private Context() {}

    /**
     * Writes the hashes of the features of one token.
     *
     * @param farTag tag two before, or -1
     * @param tag tag before, or -1
     */
    static void fill(
            int[] out,
            WordType before,
            WordType here,
            WordType after,
            WordType farAfter,
            int farTag,
            int tag,
            boolean first,
            boolean question) {
        int t = Template.CONTEXT;
        int tags = (farTag + 1) * 32 + tag + 1;
        int t1 = tag + 1;
        out[0] = Mix.two(t, t1);
        out[1] = Mix.two(t + 1, tags);
        out[2] = Mix.three(t + 2, t1, here.form());
        out[3] = Mix.three(t + 3, t1, here.coarse());
        out[4] = Mix.three(t + 4, tags, here.coarse());
        out[5] = Mix.three(t + 5, before.form(), here.form());
        out[6] = Mix.three(t + 6, here.form(), after.form());
        out[7] = Mix.three(t + 7, before.coarse(), here.coarse());
        out[8] = Mix.three(t + 8, here.coarse(), after.coarse());
        out[9] = Mix.three(t + 9, before.coarse() * 31 + after.coarse(), here.coarse());
        out[10] = Mix.three(t + 10, here.coarse() * 31 + t1, after.coarse());
        out[11] = Mix.three(t + 11, here.coarse() * 31 + after.coarse(), farAfter.coarse());
        out[12] = Mix.three(t + 12, t1, here.suffix());
        out[13] = Mix.three(t + 13, t1, after.form());
        out[14] = Mix.three(t + 14, before.form(), here.coarse());
        out[15] = Mix.three(t + 15, here.coarse(), after.form());
        out[16] = Mix.three(t + 16, question ? 1 : 0, here.form());
        out[17] = Mix.three(t + 17, (first ? 2 : 0) + (here.capital() ? 1 : 0), here.coarse());
        out[18] = Mix.three(t + 18, tags, here.form());
        out[19] = Mix.three(t + 19, here.fine(), after.fine());
        out[20] = Mix.three(t + 20, before.fine(), here.fine());
    }
}
