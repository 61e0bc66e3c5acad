package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;

/** Refusals of what is not an entry, a record or an opening; each names the field. */
final class Malformed {

    private Malformed() {}

    static MalformedSourceException entry(String field) {
        return of("entry", field);
    }

    static MalformedSourceException record(String field) {
        return of("record", field);
    }

    static MalformedSourceException opening(String field) {
        return of("opening", field);
    }

    private static MalformedSourceException of(String what, String field) {
        return new MalformedSourceException(UserMessage.of("optout.malformed." + what, field));
    }
}
