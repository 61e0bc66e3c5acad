package fr.corpus.tlog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;

/** Refusals of what strangers send. */
final class Malformed {

    private Malformed() {}

    /**
     * A refusal.
     *
     * @param what key of the kind of document, under {@code tlog.malformed}
     * @param detail key of what is wrong with it, under {@code tlog.detail}
     */
    static MalformedSourceException of(String what, String detail, Object... arguments) {
        UserMessage reason = UserMessage.of("tlog.detail." + detail, arguments);
        return new MalformedSourceException(UserMessage.of("tlog.malformed." + what, reason));
    }
}
