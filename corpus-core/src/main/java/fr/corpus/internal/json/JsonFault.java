package fr.corpus.internal.json;

/** Why some bytes are not the JSON that was expected, and where. Carries no stack: it is a value on the way out. */
public final class JsonFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** Not JSON by RFC 8259. */
        SYNTAX,
        /** Not UTF-8. */
        ENCODING,
        /** Nested deeper than {@link JsonScanner#MAX_DEPTH}. */
        DEPTH,
        /** JSON, but not an object. */
        NOT_AN_OBJECT
    }

    private final Kind kind;
    private final int offset;

    JsonFault(Kind kind, int offset) {
        super(kind + " at " + offset, null, false, false);
        this.kind = kind;
        this.offset = offset;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Where, as an index into the array that was scanned. */
    public int offset() {
        return offset;
    }
}
