package fr.corpus.tlog;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A text and its signatures (C2SP signed-note v1.0.0). Immutable. The text of a note from a stranger means nothing until
 * {@link #verify} has accepted it.
 *
 * @param text what is signed: lines of UTF-8, each ended by a line feed, without other control characters
 * @param signatures at least one, at most {@value #MAX_SIGNATURES}, in the order of the note
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Most signatures read. */
    public static final int MAX_SIGNATURES = 100;

    /** Longest note read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /**
     * A signature that holds.
     *
     * @param key the key that made it
     * @param posixSeconds the time that a cosignature states, 0 for other kinds
     */
    public record Verified(VerifierKey key, long posixSeconds) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty()) {
            throw new IllegalArgumentException("a note ends in a line feed and has a signature");
        }
    }

    /**
     * Reads a note.
     *
     * @throws MalformedSourceException if the bytes are not one
     */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Malformed.of("note", "too-large", String.valueOf(MAX_BYTES));
        }
        String note = Canonical.text(bytes).orElseThrow(() -> Malformed.of("note", "not-text"));
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw Malformed.of("note", "no-blank-line");
        }
        String lines = note.substring(blank + 2);
        if (!lines.endsWith("\n")) {
            throw Malformed.of("note", "no-final-line-feed");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            if (signatures.size() == MAX_SIGNATURES) {
                throw Malformed.of("note", "too-many-signatures", String.valueOf(MAX_SIGNATURES));
            }
            signatures.add(NoteSignature.parse(line).orElseThrow(() -> Malformed.of("note", "signature-line")));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** The note, byte for byte as it was read. */
    public byte[] bytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same note with one more signature, which is not checked. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * The same note with the signature lines that somebody sent, which are not checked; a signature by a key of the same name and id
     * as one before takes its place.
     *
     * @param lines each ended by a line feed
     * @throws MalformedSourceException if they are not such lines
     */
    public SignedNote withLines(byte[] lines) {
        byte[] head = (text + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(head, head.length + lines.length);
        System.arraycopy(lines, 0, whole, head.length, lines.length);
        SignedNote sent = parse(whole);
        if (!sent.text.equals(text)) {
            throw Malformed.of("note", "signature-line");
        }
        SignedNote note = this;
        for (NoteSignature signature : sent.signatures) {
            note = note.replacing(signature);
        }
        return note;
    }

    /** The same note with one more signature in place of one that claims to be of the same key. */
    SignedNote replacing(NoteSignature signature) {
        List<NoteSignature> kept = new ArrayList<>(signatures);
        kept.removeIf(other -> other.name().equals(signature.name()) && other.keyId() == signature.keyId());
        kept.add(signature);
        return new SignedNote(text, kept);
    }

    /**
     * Checks every signature of a known key; those of unknown keys count for nothing, even if they share a name or an id
     * with a known one.
     *
     * @return the signatures that hold, each key once, at least one
     * @throws IntegrityException if a known key's signature does not hold, or no known key has signed
     */
    public List<Verified> verify(Collection<VerifierKey> knownKeys) {
        List<Verified> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : knownKeys) {
                if (key.claims(signature)) {
                    Verified held = check(key, signature);
                    if (verified.stream().noneMatch(other -> other.key().equals(key))) {
                        verified.add(held);
                    }
                }
            }
        }
        if (verified.isEmpty()) {
            throw new IntegrityException(UserMessage.of("tlog.no-known-signature"));
        }
        return verified;
    }

    private Verified check(VerifierKey key, NoteSignature signature) {
        Optional<Long> time = key.check(text, signature);
        return new Verified(
                key,
                time.orElseThrow(() -> new IntegrityException(UserMessage.of("tlog.signature-false", key.name()))));
    }
}
