package fr.corpus.match;

import fr.corpus.document.Identifier;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Ark;
import fr.corpus.identifier.AuthorName;
import fr.corpus.identifier.Doi;
import fr.corpus.identifier.Isbn;
import fr.corpus.identifier.Isni;
import fr.corpus.identifier.Issn;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The exact keys of a document: from its bytes, its text, where it stands and what it says of itself. Thread-safe. */
public final class DocumentKeys {

    /** Authors written in one field are told apart by these. */
    private static final Pattern AUTHORS = Pattern.compile("\\s*(?:;|\\||/|\\bet\\b|&)\\s*");

    private static final int MOST_AUTHORS = 16;

    private DocumentKeys() {}

    /**
     * All exact keys. One that a document has in several ways, an ISBN as its address and among its identifiers, may be there
     * more than once.
     *
     * @param canonicalText digest of the canonical text
     */
    public static List<Key> of(Provenance provenance, Digest canonicalText, Metadata metadata) {
        return of(provenance, canonicalText, metadata, BareNumbers.REFUSED);
    }

    /** The same by the rule for bare numbers of a version. */
    public static List<Key> of(
            Provenance provenance, Digest canonicalText, Metadata metadata, BareNumbers bareNumbers) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(KeyType.BYTES, provenance.rawDigest().hex()));
        keys.add(new Key(KeyType.TEXT, canonicalText.hex()));
        keys.addAll(ofRecord(
                provenance.sourceId(), metadata.uri(), metadata.author(), metadata.identifiers(), bareNumbers));
        return keys;
    }

    /** What is known of the keys of a copy whose text is gone. */
    public static List<Key> ofCopy(String sourceId, CopyTraces copy, BareNumbers bareNumbers) {
        List<Key> keys = ofRecord(sourceId, copy.uri(), copy.author(), copy.identifiers(), bareNumbers);
        copy.bytes().ifPresent(digest -> keys.add(new Key(KeyType.BYTES, digest.hex())));
        copy.text().ifPresent(digest -> keys.add(new Key(KeyType.TEXT, digest.hex())));
        copy.code().ifPresent(code -> keys.add(new Key(KeyType.ISCC, code.code())));
        return keys;
    }

    /** The keys that a record has by where it stands and what it says of itself. */
    private static List<Key> ofRecord(
            String sourceId,
            Optional<String> uri,
            Optional<String> author,
            List<Identifier> identifiers,
            BareNumbers bareNumbers) {
        List<Key> keys = new ArrayList<>();
        addIdentifiers(sourceId, bareNumbers, keys);
        uri.ifPresent(address -> {
            addAddress(address, keys);
            addIdentifiers(address, bareNumbers, keys);
        });
        author.ifPresent(names -> addAuthors(names, keys));
        identifiers.forEach(identifier -> keys.add(Key.of(identifier)));
        return keys;
    }

    private static void addAddress(String uri, List<Key> keys) {
        WebAddress.find(uri).ifPresent(address -> {
            keys.add(address.key());
            address.prefixes().forEach(prefix -> keys.add(new Key(KeyType.PREFIX, prefix)));
            int colon = address.host().lastIndexOf(':');
            String host = colon < 0 ? address.host() : address.host().substring(0, colon);
            keys.add(new Key(KeyType.HOST, host));
            addDomains(host, keys);
        });
    }

    /** The host and each domain above it that has a dot. */
    private static void addDomains(String host, List<Key> keys) {
        int start = 0;
        while (start >= 0 && host.indexOf('.', start) > 0) {
            keys.add(new Key(KeyType.DOMAIN, host.substring(start)));
            int dot = host.indexOf('.', start);
            start = dot < 0 ? -1 : dot + 1;
        }
    }

    private static void addIdentifiers(String text, BareNumbers bareNumbers, List<Key> keys) {
        Isbn.find(text).filter(isbn -> bareNumbers.admit(text, isbn)).ifPresent(isbn -> keys.add(isbn.key()));
        Issn.find(text).filter(issn -> bareNumbers.admit(text, "issn")).ifPresent(issn -> keys.add(issn.key()));
        Doi.find(text).ifPresent(doi -> keys.add(doi.key()));
        Ark.find(text).ifPresent(ark -> keys.add(ark.key()));
        Isni.find(text).filter(isni -> bareNumbers.admit(text, "isni")).ifPresent(isni -> keys.add(isni.key()));
    }

    private static void addAuthors(String authors, List<Key> keys) {
        String[] names = AUTHORS.split(authors, MOST_AUTHORS + 1);
        for (int i = 0; i < Math.min(names.length, MOST_AUTHORS); i++) {
            AuthorName.find(names[i]).ifPresent(name -> keys.add(name.key()));
        }
    }
}
