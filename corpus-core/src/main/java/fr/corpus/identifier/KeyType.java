package fr.corpus.identifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is made of. The set, and the canonical form of each value, is version 1: {@code docs/formats/release-keys.md}. */
public enum KeyType {
    /** SHA-256 of a record's bytes, 64 hexadecimal digits. */
    BYTES,
    /** SHA-256 of the canonical text, 64 hexadecimal digits. */
    TEXT,
    /** A web address without scheme, see {@link WebAddress}. */
    URL,
    /** The beginning of web addresses up to a slash of the path, see {@link WebAddress#prefixes()}. */
    PREFIX,
    /** A host name. */
    HOST,
    /** A registrable domain. */
    DOMAIN,
    /** International Standard Book Number, 13 digits. */
    ISBN,
    /** International Standard Serial Number, {@code 1234-567X}. */
    ISSN,
    /** Digital Object Identifier, lower case. */
    DOI,
    /** Archival Resource Key, {@code ark:/12345/name}. */
    ARK,
    /** International Standard Name Identifier of an author, 16 characters. */
    ISNI,
    /** An author's name, folded, words sorted. */
    AUTHOR,
    /** ISCC Text-Code, 256 bits as 64 hexadecimal digits. */
    ISCC,
    /** A sampled sequence of content words, 16 hexadecimal digits; several are needed to decide. */
    SAMPLE;

    /** Its word in keys, logs and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a word. */
    public static Optional<KeyType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
