package fr.corpus.optout;

import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import fr.corpus.iscc.IsccUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** By what a reserved work is found again. */
public sealed interface Selector {

    /** Keys that are web addresses, or begin as one. */
    Set<KeyType> WEB = Set.copyOf(EnumSet.of(KeyType.URL, KeyType.PREFIX, KeyType.HOST, KeyType.DOMAIN));

    /** A value that a document has or has not. */
    record Exact(Key key) implements Selector {
        public Exact {
            if (key.type() == KeyType.SAMPLE) {
                throw new IllegalArgumentException("a sample decides nothing alone; use a work");
            }
        }
    }

    /** A pattern of web addresses with a wildcard where {@link KeyType#PREFIX} has none. */
    record Pattern(UrlPattern pattern) implements Selector {}

    /** A work, by everything that its text gives; the text itself is not kept. */
    record Work(WorkFingerprint fingerprint) implements Selector {}

    /**
     * The selector of an ISCC Text-Code of 256 bits (ISO 24138): texts that have it, or one near it.
     *
     * @return empty if it is no such code; a shorter one is near too much, and a code of several units says too little of the text
     */
    static Optional<Selector> ofTextCode(String code) {
        try {
            IsccUnit unit = IsccUnit.parse(code);
            boolean text = unit.mainType() == IsccUnit.MainType.CONTENT && unit.subtype() == IsccUnit.TEXT;
            return text && unit.bits() == 8 * WorkFingerprint.ISCC_BYTES
                    ? Optional.of(new Exact(new Key(KeyType.ISCC, HexFormat.of().formatHex(unit.body()))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The selector of a web address, with or without wildcards {@code *}: an address, everything below a slash, or a pattern.
     *
     * @return empty if it is no http or https address, or its host is a wildcard or has no dot
     */
    static Optional<Selector> ofUrl(String address) {
        String text = address.strip();
        int star = text.indexOf('*');
        Optional<Selector> found;
        if (star < 0) {
            found = WebAddress.find(text).map(url -> new Exact(url.key()));
        } else if (star == text.length() - 1 && text.endsWith("/*") && !text.contains("?")) {
            found = WebAddress.find(text.substring(0, star))
                    .map(url -> new Exact(new Key(KeyType.PREFIX, url.value())));
        } else {
            found = UrlPattern.find(text).map(Pattern::new);
        }
        return found.filter(selector -> hasDot(selector));
    }

    /** The host of the web addresses that it is about, without port; empty for other selectors. */
    default Optional<String> webHost() {
        String value;
        if (this instanceof Pattern pattern) {
            value = pattern.pattern().host();
        } else if (this instanceof Exact exact && WEB.contains(exact.key().type())) {
            value = exact.key().value();
        } else {
            return Optional.empty();
        }
        int path = value.indexOf('/');
        String host = path < 0 ? value : value.substring(0, path);
        int port = host.lastIndexOf(':');
        return Optional.of(port > host.lastIndexOf(']') ? host.substring(0, port) : host);
    }

    /** A host without a dot is a whole top-level domain or a local name. */
    private static boolean hasDot(Selector selector) {
        String value = selector instanceof Exact exact
                ? exact.key().value()
                : ((Pattern) selector).pattern().value();
        String host = value.substring(0, value.indexOf('/'));
        return host.indexOf('.') > 0 || host.startsWith("[");
    }

    /**
     * The selector of every page of a host.
     *
     * @return empty if it is no host name with a dot
     */
    static Optional<Selector> ofHost(String host) {
        return WebAddress.hostName(host)
                .filter(name -> name.indexOf('.') > 0)
                .map(name -> new Exact(new Key(KeyType.HOST, name)));
    }
}
