package fr.corpus.eval.run;

import fr.corpus.error.UserMessage;
import java.time.Duration;
import java.util.Optional;

/** A request that brought no answer, and who can do what about it. */
final class ServerFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** How far it reaches. */
    enum Reach {
        /** It may pass: ask again. */
        AGAIN,
        /** This item will not be answered. */
        ITEM,
        /** No item will be answered. */
        RUN
    }

    private final Reach reach;
    private final String code;
    private final transient UserMessage reason;
    private final transient Optional<Duration> retryAfter;

    ServerFault(Reach reach, String code, UserMessage reason, Optional<Duration> retryAfter) {
        super(code, null, false, false);
        this.reach = reach;
        this.code = code;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    static ServerFault again(String code) {
        return new ServerFault(Reach.AGAIN, code, UserMessage.of("eval.run-fault-" + code), Optional.empty());
    }

    static ServerFault of(Reach reach, String code, Object... arguments) {
        return new ServerFault(reach, code, UserMessage.of("eval.run-fault-" + code, arguments), Optional.empty());
    }

    Reach reach() {
        return reach;
    }

    /** A short word for files: {@code timeout}, {@code http-500}. */
    String code() {
        return code;
    }

    UserMessage reason() {
        return reason;
    }

    /** How long the server asks to be left alone. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
