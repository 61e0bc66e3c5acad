package fr.corpus.error;

import org.jspecify.annotations.Nullable;

/** Nobody could decide whether a document may be released, so nothing is released. Immutable. */
public final class RightsException extends CorpusException {

    private static final long serialVersionUID = 1L;

    /** Fails with a message for users. */
    public RightsException(UserMessage message) {
        this(message, null);
    }

    /** Fails with a message for users and the failure that caused it. */
    public RightsException(UserMessage message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
