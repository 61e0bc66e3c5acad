package fr.corpus.releaselog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;

/** Refusals of what is not what it should be; each names the field. */
final class Malformed {

    private Malformed() {}

    static MalformedSourceException entry(String field) {
        return new MalformedSourceException(UserMessage.of("releaselog.malformed.entry", field));
    }

    static MalformedSourceException checkpoint() {
        return new MalformedSourceException(UserMessage.of("releaselog.malformed.checkpoint"));
    }
}
