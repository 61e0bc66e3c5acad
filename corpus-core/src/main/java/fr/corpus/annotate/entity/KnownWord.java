package fr.corpus.annotate.entity;

import fr.corpus.annotate.model.WeightRows;

/** A form with all that finding entities needs of it added up beforehand. Confined to one thread. */
final class KnownWord {

    static final int HERE = 0;
    static final int BEFORE = EntityModel.LONGS;
    static final int AFTER = 2 * EntityModel.LONGS;
    static final int FAR_BEFORE = 3 * EntityModel.LONGS;
    static final int FAR_AFTER = 4 * EntityModel.LONGS;

    private static final int[] BIAS = {6144, 2048, 2048, 1024, 1024};

    /** What sums of the five parts and of the context have been raised by. */
    static final int RAISED = 6144 + 2 * 2048 + 2 * 1024 + EntityContext.SIZE * WeightRows.BIAS;

    final String form;
    final WordKind kind;
    final long[] lanes = new long[5 * EntityModel.LONGS];

    KnownWord(String form, WordKind kind, EntityModel model) {
        this.form = form;
        this.kind = kind;
        int[][] parts = {kind.here(), kind.before(), kind.after(), kind.farBefore(), kind.farAfter()};
        for (int part = 0; part < parts.length; part++) {
            for (int label = 0; label < Labels.SIZE; label++) {
                int sum = 0;
                for (int feature : parts[part]) {
                    sum += model.rows().weight(feature, label);
                }
                int bounded = Math.max(-BIAS[part], Math.min(BIAS[part], sum)) + BIAS[part];
                lanes[part * EntityModel.LONGS + (label >> 2)] |= (long) bounded << (label & 3) * 16;
            }
        }
    }
}
