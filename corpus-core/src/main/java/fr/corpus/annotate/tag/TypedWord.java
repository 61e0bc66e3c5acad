package fr.corpus.annotate.tag;

import fr.corpus.annotate.token.Contractions;
import org.jspecify.annotations.Nullable;

/**
 * A form with all that tagging needs of it added up beforehand, and room for what is made of it later. Confined to one
 * thread.
 */
public final class TypedWord {

    static final int HERE = 0;
    static final int BEFORE = TaggerModel.LONGS;
    static final int AFTER = 2 * TaggerModel.LONGS;
    static final int FAR_BEFORE = 3 * TaggerModel.LONGS;
    static final int FAR_AFTER = 4 * TaggerModel.LONGS;

    private static final int[] BIAS = {4096, 1024, 1024, 1024, 1024};

    final WordType type;
    final long[] lanes;
    final boolean contraction;
    private final String form;
    private final @Nullable Object[] morphology = new Object[TagSet.SIZE];

    TypedWord(String form, WordType type, TaggerModel model) {
        this.form = form;
        this.type = type;
        contraction = Contractions.expand(form).isPresent();
        lanes = new long[5 * TaggerModel.LONGS];
        int[][] kinds = {type.here(), type.before(), type.after(), type.farBefore(), type.farAfter()};
        for (int kind = 0; kind < kinds.length; kind++) {
            for (int tag = 0; tag < TagSet.SIZE; tag++) {
                int sum = 0;
                for (int feature : kinds[kind]) {
                    sum += model.rows().weight(feature, tag);
                }
                int bounded = Math.max(-BIAS[kind], Math.min(BIAS[kind], sum)) + BIAS[kind];
                lanes[kind * TaggerModel.LONGS + (tag >> 2)] |= (long) bounded << (tag & 3) * 16;
            }
        }
    }

    /** The form as written. */
    public String form() {
        return form;
    }

    /** What was kept for a tag, or null. */
    public @Nullable Object morphology(int tag) {
        return morphology[tag];
    }

    /** Keeps something for a tag: it is asked for each time the form comes with it. */
    public void keep(int tag, Object value) {
        morphology[tag] = value;
    }
}
