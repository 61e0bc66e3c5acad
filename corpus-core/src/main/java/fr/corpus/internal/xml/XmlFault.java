package fr.corpus.internal.xml;

/** Why a file is not the XML that was expected, and where. Carries no stack: it is a value on the way out. */
public final class XmlFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** Not well-formed, or deeper or wider than any document is. */
        SYNTAX,
        /** The document type declares something of its own, or an entity is used that XML does not define. */
        DOCTYPE,
        /** Bytes that have no meaning in the declared encoding, or an unknown encoding. */
        ENCODING
    }

    private final Kind kind;
    private final long line;
    private final long column;

    XmlFault(Kind kind, long line, long column) {
        super(kind + " at " + line + ":" + column, null, false, false);
        this.kind = kind;
        this.line = line;
        this.column = column;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Line of the fault, from 1; 0 when unknown. */
    public long line() {
        return line;
    }

    /** Column of the fault in UTF-16 units, from 1; 0 when unknown. */
    public long column() {
        return column;
    }
}
