package fr.corpus.tlog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key that may check signatures of notes: the {@code vkey} of C2SP signed-note, {@code
 * <name>+<key id>+<base64 of type and key>}. Immutable.
 *
 * <p>Key id: the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). Keys of a type that this library does not
 * know can be read and written, and are never the known key of a signature.
 */
public final class VerifierKey {

    private static final int MAX_CHARS = 8192;
    private static final int ID_BYTES = 4;

    private final String name;
    private final int id;
    private final byte[] typeAndKey;

    private VerifierKey(String name, int id, byte[] typeAndKey) {
        this.name = name;
        this.id = id;
        this.typeAndKey = typeAndKey;
    }

    /**
     * An Ed25519 key.
     *
     * @param name not empty, without Unicode spaces and plus signs; for a log its origin
     * @param kind what its signatures are made over
     * @param publicKey 32 bytes (RFC 8032)
     * @throws IllegalArgumentException if the name or the length is wrong
     */
    public static VerifierKey of(String name, SignatureKind kind, byte[] publicKey) {
        if (!KeyName.isValid(name) || publicKey.length != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "need a name without spaces or plus and 32 bytes, got \"" + name + "\", " + publicKey.length);
        }
        byte[] typeAndKey = new byte[1 + publicKey.length];
        typeAndKey[0] = (byte) kind.type();
        System.arraycopy(publicKey, 0, typeAndKey, 1, publicKey.length);
        return new VerifierKey(name, idOf(name, typeAndKey), typeAndKey);
    }

    /**
     * Reads a {@code vkey}.
     *
     * @throws MalformedSourceException if the text has another form, or its key id is not that of its name and key
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.length() > MAX_CHARS ? new String[0] : text.split("\\+", 3);
        if (parts.length != 3 || parts[1].length() != 2 * ID_BYTES || !KeyName.isValid(parts[0])) {
            throw Malformed.of("key", "key-form");
        }
        byte[] typeAndKey = Canonical.base64(parts[2]).orElseThrow(() -> Malformed.of("key", "base64"));
        if (typeAndKey.length < 2) {
            throw Malformed.of("key", "key-length", String.valueOf(typeAndKey.length));
        }
        VerifierKey key = new VerifierKey(parts[0], idOf(parts[0], typeAndKey), typeAndKey);
        if (key.kind().isPresent() && typeAndKey.length != 1 + Ed25519.KEY_BYTES) {
            throw Malformed.of("key", "key-length", String.valueOf(typeAndKey.length - 1));
        }
        if (!parts[1].equals(key.idHex())) {
            throw Malformed.of("key", "key-id", parts[1], key.idHex());
        }
        return key;
    }

    private static int idOf(String name, byte[] typeAndKey) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
        bytes.writeBytes(typeAndKey);
        byte[] hash = Sha256.of(bytes.toByteArray()).bytes();
        return ByteBuffer.wrap(hash, 0, ID_BYTES).getInt();
    }

    /** The key's name. */
    public String name() {
        return name;
    }

    /** The key id, four bytes as one number, most significant first. */
    public int id() {
        return id;
    }

    /** What its signatures are made over; empty for a type that this library does not check. */
    public Optional<SignatureKind> kind() {
        return Arrays.stream(SignatureKind.values())
                .filter(kind -> kind.type() == (typeAndKey[0] & 0xFF))
                .findFirst();
    }

    /** The public key's bytes, without the type. */
    public byte[] publicKey() {
        return Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length);
    }

    /** Whether a signature claims to be of this key: same name, same id, a type that can be checked. */
    boolean claims(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name) && kind().isPresent();
    }

    /**
     * Checks one signature that {@link #claims} to be of this key.
     *
     * @return the time of a cosignature, 0 for other kinds; empty if the signature does not hold
     */
    Optional<Long> check(String noteText, NoteSignature signature) {
        byte[] bytes = signature.signature();
        if (kind().equals(Optional.of(SignatureKind.COSIGNATURE))) {
            return Cosignature.check(publicKey(), noteText, bytes);
        }
        boolean holds = Ed25519.verify(publicKey(), noteText.getBytes(StandardCharsets.UTF_8), bytes);
        return holds ? Optional.of(0L) : Optional.empty();
    }

    private String idHex() {
        return HexFormat.of().toHexDigits(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(typeAndKey, key.typeAndKey);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + id;
    }

    /** The {@code vkey}. */
    @Override
    public String toString() {
        return name + "+" + idHex() + "+" + Canonical.base64(typeAndKey);
    }
}
