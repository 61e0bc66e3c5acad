package fr.corpus.identifier;

import fr.corpus.document.Identifier;
import fr.corpus.hash.Digest;
import fr.corpus.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A typed canonical value that a document and a reservation can share. Immutable.
 *
 * @param type what it is made of
 * @param value the canonical form of its type; callers use the classes of this room to make it
 */
public record Key(KeyType type, String value) implements Comparable<Key> {

    public Key {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a key of type " + type.word() + " needs a value");
        }
    }

    /** The key of an identifier. */
    public static Key of(Identifier identifier) {
        KeyType type = switch (identifier.scheme()) {
            case ARK -> KeyType.ARK;
            case DOI -> KeyType.DOI;
            case ISBN -> KeyType.ISBN;
            case ISNI -> KeyType.ISNI;
            case ISSN -> KeyType.ISSN;
        };
        return new Key(type, identifier.value());
    }

    /** {@code SHA-256(type ‖ 0x00 ‖ value)}, ASCII and UTF-8: what logs, snapshots and tries hold. */
    public Digest digest() {
        MessageDigest sha = Sha256.newDigest();
        sha.update(type.word().getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) 0);
        return Digest.of(sha.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public int compareTo(Key other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : value.compareTo(other.value);
    }

    /** {@code type:value}. */
    @Override
    public String toString() {
        return type.word() + ":" + value;
    }
}
