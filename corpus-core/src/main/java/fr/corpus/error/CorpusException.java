package fr.corpus.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure that ends an operation, told to the person who must act: see the five subclasses.
 *
 * <p>{@link #getMessage()} is English, for logs; {@link #message()} says the same in French or English for users. One
 * bad record or one rejected document is never an exception but a value. Immutable.
 */
public abstract sealed class CorpusException extends RuntimeException
        permits RecipeException, MalformedSourceException, IntegrityException, RightsException, EngineException {

    private static final long serialVersionUID = 1L;

    private final transient UserMessage message;

    CorpusException(UserMessage message, @Nullable Throwable cause) {
        super(message.in(Locale.ENGLISH), cause);
        this.message = message;
    }

    /** What happened, where, what was expected and what to do, in the languages of the users. */
    public final UserMessage message() {
        return message;
    }
}
