package fr.corpus.tlog;

import fr.corpus.error.MalformedSourceException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A private key that signs notes. Immutable; holds a secret, which {@link #toString()} does not show.
 *
 * <p>Written as {@code PRIVATE+KEY+<name>+<key id>+<base64 of type and 32 bytes>}, the form of golang.org/x/mod/sumdb/note,
 * so that other tools can sign with it.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int ID_DIGITS = 8;

    private final VerifierKey verifier;
    private final SignatureKind kind;
    private final byte[] seed;

    private SignerKey(String name, SignatureKind kind, byte[] seed) {
        this.verifier = VerifierKey.of(name, kind, Ed25519.publicKeyOf(seed));
        this.kind = kind;
        this.seed = seed.clone();
    }

    /** A new key. */
    public static SignerKey generate(String name, SignatureKind kind, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_BYTES];
        random.nextBytes(seed);
        return new SignerKey(name, kind, seed);
    }

    /**
     * A key from its 32 secret bytes (RFC 8032 section 5.1.5).
     *
     * @throws IllegalArgumentException if there are not 32, or the name is not one
     */
    public static SignerKey of(String name, SignatureKind kind, byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("a private key has 32 bytes, got " + seed.length);
        }
        return new SignerKey(name, kind, seed);
    }

    /**
     * Reads a key from its written form.
     *
     * @throws MalformedSourceException if the text has another form, or its key id is not that of its name and key
     */
    public static SignerKey parse(String text) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3 || parts[1].length() != ID_DIGITS || !KeyName.isValid(parts[0])) {
            throw Malformed.of("private-key", "key-form");
        }
        byte[] typeAndSeed = Canonical.base64(parts[2]).orElseThrow(() -> Malformed.of("private-key", "base64"));
        if (typeAndSeed.length != 1 + Ed25519.KEY_BYTES) {
            throw Malformed.of("private-key", "key-length", String.valueOf(typeAndSeed.length));
        }
        SignatureKind kind = Arrays.stream(SignatureKind.values())
                .filter(known -> known.type() == typeAndSeed[0])
                .findFirst()
                .orElseThrow(() -> Malformed.of("private-key", "key-form"));
        SignerKey key = new SignerKey(parts[0], kind, Arrays.copyOfRange(typeAndSeed, 1, typeAndSeed.length));
        String id = HexFormat.of().toHexDigits(key.verifier.id());
        if (!parts[1].equals(id)) {
            throw Malformed.of("private-key", "key-id", parts[1], id);
        }
        return key;
    }

    /** The written form: a secret. */
    public String secret() {
        byte[] typeAndSeed = new byte[1 + seed.length];
        typeAndSeed[0] = (byte) kind.type();
        System.arraycopy(seed, 0, typeAndSeed, 1, seed.length);
        return PREFIX + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Canonical.base64(typeAndSeed);
    }

    /** The public key. */
    public VerifierKey verifier() {
        return verifier;
    }

    /**
     * Signs the text of a note.
     *
     * @param text lines, each ended by a line feed
     * @param posixSeconds the time that a cosignature states; not used by other kinds
     */
    public NoteSignature sign(String text, long posixSeconds) {
        byte[] signature = kind == SignatureKind.COSIGNATURE
                ? Cosignature.sign(seed, text, posixSeconds)
                : Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8));
        return new NoteSignature(verifier.name(), verifier.id(), signature);
    }

    /**
     * A note signed by this key alone, which is no cosigner.
     *
     * @throws IllegalArgumentException if the text is not lines of UTF-8 without control characters
     */
    public SignedNote note(String text) {
        if (kind != SignatureKind.ED25519) {
            throw new IllegalArgumentException("a cosigner signs what another has signed");
        }
        SignedNote note = new SignedNote(text, List.of(sign(text, 0)));
        if (!SignedNote.parse(note.bytes()).equals(note)) {
            throw new IllegalArgumentException("not the text of a note");
        }
        return note;
    }

    @Override
    public String toString() {
        return "private key of " + verifier.name();
    }
}
