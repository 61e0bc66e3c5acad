package fr.corpus.error;

import org.jspecify.annotations.Nullable;

/** A source as a whole cannot be read: its provider must correct it. The message names the place, what was expected and what was found. Immutable. */
public final class MalformedSourceException extends CorpusException {

    private static final long serialVersionUID = 1L;

    /** Fails with a message for users. */
    public MalformedSourceException(UserMessage message) {
        this(message, null);
    }

    /** Fails with a message for users and the failure that caused it. */
    public MalformedSourceException(UserMessage message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
