package fr.corpus.tlog;

/**
 * What a signature of a note is made over, with the type byte of C2SP signed-note.
 */
public enum SignatureKind {
    /** Ed25519 over the text of the note. */
    ED25519(1),
    /** Ed25519 over a time and the text of a checkpoint: {@code cosignature/v1} of C2SP tlog-cosignature. */
    COSIGNATURE(4);

    private final int type;

    SignatureKind(int type) {
        this.type = type;
    }

    /** The type byte. */
    public int type() {
        return type;
    }
}
