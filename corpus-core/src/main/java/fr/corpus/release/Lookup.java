package fr.corpus.release;

import java.util.List;

/** The answer to a question for a document. Immutable. */
public sealed interface Lookup {

    /** One document answers to it. */
    record Found(DocumentHistory history) implements Lookup {}

    /**
     * Several documents answer to it.
     *
     * @param ids their ids in order, at most {@link #MAX_IDS}
     * @param more whether there are others
     */
    record Ambiguous(List<String> ids, boolean more) implements Lookup {}

    /** None does. */
    record Unknown() implements Lookup {}

    /** How many ids are listed. */
    int MAX_IDS = 10;
}
