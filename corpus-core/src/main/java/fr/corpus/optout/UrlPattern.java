package fr.corpus.optout;

import fr.corpus.identifier.WebAddress;
import java.util.Optional;

/**
 * Web addresses of one host whose path holds some fixed parts in order. Immutable.
 *
 * @param host host name in canonical form, never a wildcard
 * @param path path and query in canonical form; each {@code *} stands for any characters, none included
 */
public record UrlPattern(String host, String path) {

    /** Most wildcards in a pattern. */
    public static final int MAX_WILDCARDS = 16;

    /** A character that no address has unencoded, for the wildcard while the address is normalized. */
    private static final String MARK = "corpus~wildcard~";

    public UrlPattern {
        long wildcards = path.chars().filter(c -> c == '*').count();
        if (host.isEmpty() || host.contains("*") || !path.startsWith("/") || wildcards > MAX_WILDCARDS) {
            throw new IllegalArgumentException("not a pattern of addresses: " + host + path);
        }
    }

    /** Reads an http or https address with wildcards in its path or query; empty if it is none, or its host has a wildcard. */
    static Optional<UrlPattern> find(String address) {
        int path = address.indexOf('/', address.indexOf("//") + 2);
        if (path < 0 || address.contains(MARK)) {
            return Optional.empty();
        }
        String tail = address.substring(path);
        if (tail.chars().filter(c -> c == '*').count() > MAX_WILDCARDS) {
            return Optional.empty();
        }
        return WebAddress.find(address.substring(0, path) + tail.replace("*", MARK))
                .filter(found -> !found.host().contains("*"))
                .map(found -> new UrlPattern(found.host(), found.path().replace(MARK, "*")));
    }

    /** Whether an address is among them. */
    public boolean matches(WebAddress address) {
        return host.equals(address.host()) && matches(address.path());
    }

    /** Each fixed part is looked for after the one before it, so the time is that of a few searches. */
    private boolean matches(String text) {
        String[] parts = path.split("\\*", -1);
        if (parts.length == 1) {
            return text.equals(path);
        }
        String last = parts[parts.length - 1];
        int end = text.length() - last.length();
        if (!text.startsWith(parts[0]) || end < parts[0].length() || !text.endsWith(last)) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }

    /** {@code host/path} with its wildcards. */
    public String value() {
        return host + path;
    }
}
