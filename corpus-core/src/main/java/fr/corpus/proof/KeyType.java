package fr.corpus.proof;

/**
 * What a key of a release says of a document. The word is part of the key's hash, so it never changes; the normal form of the
 * values is fixed by the key mapping that a release names.
 */
public enum KeyType {
    /** SHA-256 of a file, 32 bytes. */
    FILE("file"),
    /** SHA-256 of the canonical text, 32 bytes. */
    TEXT("text"),
    /** ISCC Instance-Code, 32 bytes. */
    ISCC_INSTANCE("iscc-instance"),
    /** ISCC Text-Code of 256 bits, 32 bytes. */
    ISCC_TEXT("iscc-text"),
    /** Address. */
    URL("url"),
    /** Host name. */
    HOST("host"),
    /** Registrable domain. */
    DOMAIN("domain"),
    /** ISBN-13, digits. */
    ISBN("isbn"),
    /** ISSN, eight characters. */
    ISSN("issn"),
    /** DOI. */
    DOI("doi"),
    /** ARK. */
    ARK("ark"),
    /** ISNI of an author, sixteen characters. */
    ISNI("isni"),
    /** Name of an author. */
    AUTHOR("author"),
    /** Digest of a content-defined chunk of the text. */
    CHUNK("chunk"),
    /** One band of the document's MinHash. */
    BAND("band"),
    /** One band of a chunk's MinHash. */
    CHUNK_BAND("chunk-band");

    private final String word;

    KeyType(String word) {
        this.word = word;
    }

    /** ASCII, as it is hashed. */
    public String word() {
        return word;
    }
}
