package fr.corpus.error;

import org.jspecify.annotations.Nullable;

/** Bytes are not those that were promised: stop, never retry. The message names the wanted and the found digest. Immutable. */
public final class IntegrityException extends CorpusException {

    private static final long serialVersionUID = 1L;

    /** Fails with a message for users. */
    public IntegrityException(UserMessage message) {
        this(message, null);
    }

    /** Fails with a message for users and the failure that caused it. */
    public IntegrityException(UserMessage message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
