package fr.corpus.annotate.entity;

/** The features that join several tokens, parts of speech among them. Stateless. */
final class EntityContext {

    /** Number of features. */
    static final int SIZE = 21;

    private EntityContext() {}

    /** What stands around a token; reused. */
    static final class Window {
        WordKind farBefore = WordKind.EDGE;
        WordKind before = WordKind.EDGE;
        WordKind here = WordKind.EDGE;
        WordKind after = WordKind.EDGE;
        WordKind farAfter = WordKind.EDGE;
        int tagBefore;
        int tag;
        int tagAfter;
        boolean first;
    }

    /** Writes the hashes of the features of one token. */
    static void fill(int[] out, Window w) {
        int t = 600;
        out[0] = Hash.two(t, w.tag);
        out[1] = Hash.two(t + 1, w.tagBefore);
        out[2] = Hash.two(t + 2, w.tagAfter);
        out[3] = Hash.three(t + 3, w.tagBefore, w.tag);
        out[4] = Hash.three(t + 4, w.tag, w.tagAfter);
        out[5] = Hash.three(t + 5, w.before.folded(), w.here.folded());
        out[6] = Hash.three(t + 6, w.here.folded(), w.after.folded());
        out[7] = Hash.four(t + 7, w.before.shape(), w.here.shape(), w.after.shape());
        out[8] = Hash.three(t + 8, w.before.folded(), w.here.shape());
        out[9] = Hash.three(t + 9, w.here.shape(), w.after.folded());
        out[10] = Hash.four(t + 10, w.farBefore.folded(), w.before.folded(), w.here.shape());
        out[11] = Hash.three(t + 11, w.before.gazetteer(), w.here.gazetteer());
        out[12] = Hash.three(t + 12, w.here.gazetteer(), w.after.gazetteer());
        out[13] = Hash.three(t + 13, w.before.lexicon(), w.here.lexicon());
        out[14] = Hash.three(t + 14, w.here.lexicon(), w.after.lexicon());
        out[15] = Hash.three(t + 15, w.first ? 1 : 0, w.here.shape());
        out[16] = Hash.four(t + 16, w.tag, w.here.shape(), w.here.gazetteer());
        out[17] = Hash.four(t + 17, w.here.shape(), w.after.folded(), w.farAfter.folded());
        out[18] = Hash.four(t + 18, w.farBefore.gazetteer(), w.before.folded(), w.here.shape());
        out[19] = Hash.four(t + 19, w.before.gazetteer(), w.here.shape(), w.after.shape());
        out[20] = Hash.four(t + 20, w.farBefore.shape(), w.before.shape(), w.here.shape());
    }
}
