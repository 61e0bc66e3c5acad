package fr.corpus.error;

import org.jspecify.annotations.Nullable;

/** The environment failed: disk, permission, memory, missing software. The message says what to do. Immutable. */
public final class EngineException extends CorpusException {

    private static final long serialVersionUID = 1L;

    /** Fails with a message for users. */
    public EngineException(UserMessage message) {
        this(message, null);
    }

    /** Fails with a message for users and the failure that caused it. */
    public EngineException(UserMessage message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
