package fr.corpus.annotate.entity;

/** The labels of tokens: outside, and the first and the following tokens of each learnt type. Stateless. */
final class Labels {

    /** Number of labels. */
    static final int SIZE = 7;

    static final int OUTSIDE = 0;

    private static final EntityType[] LEARNT = {EntityType.PER, EntityType.LOC, EntityType.ORG};

    private Labels() {}

    /** The label of the first token of an entity. */
    static int begin(EntityType type) {
        return 1 + 2 * type.ordinal();
    }

    /** The label of the tokens after the first. */
    static int inside(EntityType type) {
        return 2 + 2 * type.ordinal();
    }

    /** Whether a label starts an entity. */
    static boolean isBegin(int label) {
        return label % 2 == 1;
    }

    /** The type of a label that is not outside. */
    static EntityType type(int label) {
        return LEARNT[(label - 1) / 2];
    }

    /** Whether one label may follow another; before the first token stands {@link #OUTSIDE}. */
    static boolean follows(int before, int label) {
        return label == OUTSIDE || isBegin(label) || before == label || before == label - 1;
    }
}
