package fr.corpus.error;

import org.jspecify.annotations.Nullable;

/** The recipe or the command line is wrong: its author must correct it. The message names file, line, key and allowed values. Immutable. */
public final class RecipeException extends CorpusException {

    private static final long serialVersionUID = 1L;

    /** Fails with a message for users. */
    public RecipeException(UserMessage message) {
        this(message, null);
    }

    /** Fails with a message for users and the failure that caused it. */
    public RecipeException(UserMessage message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
