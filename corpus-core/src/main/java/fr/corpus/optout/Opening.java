package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import fr.corpus.internal.json.JsonFields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What opens the commitment of a log entry: a salt and the private record. Immutable. Has personal data; whoever holds it
 * can show what was registered, and once it is destroyed the commitment says nothing more.
 */
public final class Opening {

    /** Bytes of a salt. */
    public static final int SALT_BYTES = 32;

    private static final byte COMMITMENT = 2;

    private final byte[] salt;
    private final byte[] record;

    private Opening(byte[] salt, byte[] record) {
        this.salt = salt;
        this.record = record;
    }

    /**
     * An opening from its parts.
     *
     * @param salt 32 bytes
     * @param record canonical JSON
     */
    static Opening of(byte[] salt, byte[] record) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has 32 bytes, got " + salt.length);
        }
        return new Opening(salt.clone(), record.clone());
    }

    /** {@code SHA-256(0x02 ‖ salt ‖ record)}. */
    public Digest commitment() {
        MessageDigest sha = Sha256.newDigest();
        sha.update(COMMITMENT);
        sha.update(salt);
        return Digest.of(sha.digest(record));
    }

    byte[] salt() {
        return salt.clone();
    }

    /** The private record, canonical JSON, as a copy. */
    public byte[] record() {
        return record.clone();
    }

    /** What is declared; empty for the record of an entry that declares nothing. */
    public Optional<Declaration> declaration() {
        try {
            return Optional.of(PrivateRecord.read(record));
        } catch (MalformedSourceException e) {
            return Optional.empty();
        }
    }

    /** The written form that a receipt carries: canonical JSON of salt and record, both in hexadecimal and UTF-8. */
    public byte[] bytes() {
        return CanonicalJson.of(Map.of(
                "record",
                new String(record, StandardCharsets.UTF_8),
                "salt",
                HexFormat.of().formatHex(salt),
                "v",
                LogEntry.FORMAT));
    }

    /**
     * Reads the written form.
     *
     * @throws MalformedSourceException if the bytes are not one
     */
    public static Opening parse(byte[] bytes) {
        JsonFields json = JsonFields.parse(bytes, Malformed::opening);
        if (json.number("v", Integer.MAX_VALUE) != LogEntry.FORMAT) {
            throw json.wrong("v");
        }
        Digest salt = json.digest("salt");
        byte[] record = json.text("record").getBytes(StandardCharsets.UTF_8);
        json.end();
        return new Opening(salt.bytes(), record);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening that && Arrays.equals(salt, that.salt) && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return "opening of " + commitment().hex();
    }
}
