package fr.corpus.retract;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Digest;
import fr.corpus.releaselog.IdSet;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.SignedNote;
import fr.corpus.tlog.SignerKey;
import fr.corpus.tlog.TlogPolicy;
import fr.corpus.tlog.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The signed word of whoever holds a copy that retracted documents were deleted from it, {@code corpus-attestation@1}. Immutable.
 * May come from a stranger: {@link #parse} checks that its signature is that of the key that it names and that it agrees with
 * the retractions that it carries; whose key that is, and which logs to trust, the reader must know. Format: {@code
 * docs/formats/attestation.md}.
 */
public final class Attestation {

    /** Its format, and the first line of what is signed. */
    public static final String FORMAT = "corpus-attestation@1";

    /** Longest attestation read, in bytes. */
    public static final int MAX_BYTES = 4 << 20;

    /** Longest name of a holder, in UTF-16 units. */
    public static final int MAX_HOLDER = 200;

    private final Statement statement;
    private final VerifierKey key;
    private final SignedNote note;

    /**
     * What is attested. Immutable.
     *
     * @param before manifest digest of the copy as it was
     * @param after manifest digest of the release that it became, to whose manifest every file was compared
     * @param removed ids of the documents that it lost
     * @param timeSeconds when, by the holder’s clock, in seconds since 1970 UTC
     * @param holder who, by their own word
     * @param retractions on whose account
     */
    public record Statement(
            Digest before,
            Digest after,
            IdSet removed,
            long timeSeconds,
            Optional<String> holder,
            RetractionChain retractions) {

        public Statement {
            if (holder.filter(name -> !isHolder(name)).isPresent()) {
                throw new IllegalArgumentException("not a name of a holder");
            }
        }
    }

    Attestation(Statement statement, VerifierKey key, SignedNote note) {
        this.statement = statement;
        this.key = key;
        this.note = note;
    }

    /** Whether a text can be the name of a holder: not blank, at most {@value #MAX_HOLDER} units, one line. */
    public static boolean isHolder(String name) {
        return !name.isBlank()
                && name.length() <= MAX_HOLDER
                && name.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** Whether a file claims to be an attestation, by how it begins. */
    public static boolean isFormat(byte[] bytes) {
        byte[] start = ("{\"format\":\"" + FORMAT + "\"").getBytes(StandardCharsets.UTF_8);
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** Signs a statement. */
    static Attestation sign(Statement statement, SignerKey key) {
        return new Attestation(statement, key.verifier(), key.note(AttestationJson.text(statement)));
    }

    /**
     * Reads an attestation and checks all that needs no trust: its form, its signature, that its retractions lead from the one
     * release to the other and stand in the logs that they name, and that they account for what was removed.
     *
     * @throws fr.corpus.error.MalformedSourceException if the bytes are none
     * @throws IntegrityException if something does not hold
     */
    public static Attestation parse(byte[] bytes) {
        Attestation attestation = AttestationJson.parse(bytes);
        attestation.note.verify(List.of(attestation.key));
        Statement said = attestation.statement;
        said.retractions().verify(said.before(), said.after());
        if (!said.retractions().accountsFor(said.removed())) {
            throw new IntegrityException(UserMessage.of("retract.attestation-count"));
        }
        return attestation;
    }

    /**
     * Accepts the retractions: the policy trusts the logs that have them.
     *
     * @return what is known of each, in their order
     * @throws IntegrityException if it does not
     */
    public List<LoggedEntry.Verified> verify(TlogPolicy policy) {
        return statement.retractions().entries().stream()
                .map(entry -> entry.verify(policy))
                .toList();
    }

    /** What is attested. */
    public Statement statement() {
        return statement;
    }

    /** The key that signed. */
    public VerifierKey key() {
        return key;
    }

    SignedNote note() {
        return note;
    }

    /** The attestation as a file. */
    public byte[] bytes() {
        return AttestationJson.write(this);
    }
}
