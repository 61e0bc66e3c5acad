package fr.corpus.identifier;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An http or https address, normalized (RFC 3986 section 6.2.2), without scheme, user, default port and fragment. Immutable.
 *
 * <p>The scheme is left out because a page does not become another under https. Host: lower case, ASCII form (IDNA), no final
 * dot. Path: dot segments removed, percent-encoding of unreserved characters undone, other triplets in upper case, characters
 * outside ASCII percent-encoded as UTF-8; at least {@code /}. The query counts.
 *
 * @param host host name, with the port when it is not the scheme's
 * @param path path and query
 */
public record WebAddress(String host, String path) {

    /** Longest address looked at, in UTF-16 units. */
    public static final int MAX_LENGTH = 8192;

    /** More path segments than this give no further prefixes. */
    private static final int MAX_PREFIXES = 32;

    /** Reads an absolute address; empty if it is not http or https, has no host, or is longer than {@link #MAX_LENGTH}. */
    public static Optional<WebAddress> find(String address) {
        String text = address.strip();
        if (text.length() > MAX_LENGTH || !text.regionMatches(true, 0, "http", 0, 4)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(encoded(text)).normalize();
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https");
            String authority = uri.getRawAuthority();
            if (!secure && !scheme.equals("http") || authority == null) {
                return Optional.empty();
            }
            Optional<String> host = host(authority.substring(authority.indexOf('@') + 1), secure);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return host.map(name -> new WebAddress(name, path(uri.getRawPath()) + unreservedDecoded(query)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String authority, boolean secure) {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']') && colon >= 0;
        String name = hasPort ? authority.substring(0, colon) : authority;
        String port = hasPort ? authority.substring(colon + 1) : "";
        if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return hostName(name)
                .map(ascii -> port.isEmpty() || port.equals(secure ? "443" : "80") ? ascii : ascii + ":" + port);
    }

    /** A host name in canonical form; empty if it is none. */
    public static Optional<String> hostName(String name) {
        String bare = name.strip();
        String decoded = bare.contains("%") ? percentDecoded(bare) : bare;
        if (decoded.endsWith(".")) {
            decoded = decoded.substring(0, decoded.length() - 1);
        }
        try {
            String ascii = IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            boolean plain = !ascii.isEmpty()
                    && ascii.chars()
                            .allMatch(c -> c == '.'
                                    || c == '-'
                                    || c == '_'
                                    || c == ':'
                                    || c == '['
                                    || c == ']'
                                    || c >= '0' && c <= '9'
                                    || c >= 'a' && c <= 'z');
            return plain ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String path(String raw) {
        String path = unreservedDecoded(raw == null || raw.isEmpty() ? "/" : raw);
        // URI.normalize keeps leading ".." of an absolute path, which RFC 3986 section 5.2.4 removes.
        while (path.startsWith("/../")) {
            path = path.substring(3);
        }
        return path.equals("/..") ? "/" : path;
    }

    /** Encodes what an address must not hold as it is. */
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        int afterHost = text.indexOf('/', text.indexOf("//") + 2);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean inHost = afterHost < 0 || i < afterHost;
            boolean lonePercent = c == '%' && !isTriplet(text, i);
            if (c > 0x20 && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0 && !lonePercent || inHost && c > 0x7F) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    appendTriplet(out, b & 0xFF);
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isTriplet(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static void appendTriplet(StringBuilder out, int value) {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit(value >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(value & 15, 16)));
    }

    private static String unreservedDecoded(String raw) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%' && isTriplet(raw, i)) {
                int value = Character.digit(raw.charAt(i + 1), 16) << 4 | Character.digit(raw.charAt(i + 2), 16);
                if (value < 0x80 && (Character.isLetterOrDigit(value) || "-._~".indexOf(value) >= 0)) {
                    out.append((char) value);
                } else {
                    appendTriplet(out, value);
                }
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String percentDecoded(String text) {
        byte[] bytes = new byte[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && isTriplet(text, i)) {
                bytes[size++] =
                        (byte) (Character.digit(text.charAt(i + 1), 16) << 4 | Character.digit(text.charAt(i + 2), 16));
                i += 2;
            } else {
                bytes[size++] = (byte) text.charAt(i);
            }
        }
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** {@code host/path?query}. */
    public String value() {
        return host + path;
    }

    /**
     * Every beginning of the address that ends in a slash of its path: {@code host/}, {@code host/a/}, {@code host/a/b/}; at
     * most 32.
     */
    public List<String> prefixes() {
        List<String> prefixes = new ArrayList<>();
        int query = path.indexOf('?');
        int end = query < 0 ? path.length() : query;
        for (int slash = path.indexOf('/');
                slash >= 0 && slash < end && prefixes.size() < MAX_PREFIXES;
                slash = path.indexOf('/', slash + 1)) {
            prefixes.add(host + path.substring(0, slash + 1));
        }
        return prefixes;
    }

    /** Its key. */
    public Key key() {
        return new Key(KeyType.URL, value());
    }
}
