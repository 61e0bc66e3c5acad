package fr.corpus.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One signature line of a note. Immutable. Nothing follows from it until a {@link VerifierKey} has checked it.
 */
public final class NoteSignature {

    private static final String PREFIX = "\u2014 ";
    private static final int ID_BYTES = 4;

    private final String name;
    private final int keyId;
    private final byte[] signature;

    NoteSignature(String name, int keyId, byte[] signature) {
        this.name = name;
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    /** Reads a line without its line feed; empty if it has another form. */
    static Optional<NoteSignature> parse(String line) {
        int space = line.indexOf(' ', PREFIX.length());
        if (!line.startsWith(PREFIX) || space < 0) {
            return Optional.empty();
        }
        String name = line.substring(PREFIX.length(), space);
        if (!KeyName.isValid(name)) {
            return Optional.empty();
        }
        return Canonical.base64(line.substring(space + 1))
                .filter(bytes -> bytes.length > ID_BYTES)
                .map(bytes -> new NoteSignature(
                        name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
    }

    /** The name of the key that it claims. */
    public String name() {
        return name;
    }

    /** The id of the key that it claims. */
    public int keyId() {
        return keyId;
    }

    /** The signature's bytes, as a copy. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The line without its line feed. */
    String line() {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return PREFIX + name + " " + Canonical.base64(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + keyId) + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return line();
    }
}
