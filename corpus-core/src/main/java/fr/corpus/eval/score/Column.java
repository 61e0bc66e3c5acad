package fr.corpus.eval.score;

/**
 * One metric as it is computed for each item. Immutable.
 *
 * @param name its name in packs and results
 * @param kind how items are summed up
 * @param signature what another must know to get the same values
 */
record Column(String name, Kind kind, String signature) {

    /** How the values of items become a score. */
    enum Kind {
        /** Right or wrong: a share, with Wilson’s interval. */
        FLAG,
        /** A number from 0 to 1: a mean. */
        SHARE,
        /** A score of a text from 0 to 100: the score of the whole is no mean of items. */
        TEXT,
        /** Verdicts on instructions, each counting alike. */
        VERDICTS,
        /** Chosen labels against right ones. */
        LABELS,
        /** How sure the model was against whether it was right. */
        CONFIDENCE
    }

    /** Whether an item has a value of its own. */
    boolean ofItems() {
        return kind == Kind.FLAG || kind == Kind.SHARE || kind == Kind.TEXT;
    }
}
