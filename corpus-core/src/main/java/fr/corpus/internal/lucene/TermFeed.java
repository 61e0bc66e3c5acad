package fr.corpus.internal.lucene;

import org.jspecify.annotations.Nullable;

/** The words of a field in order, one place each. Confined to one thread. */
public interface TermFeed {

    /** The next word, at least one byte and never changed afterwards, or null after the last. */
    byte @Nullable [] next();
}
