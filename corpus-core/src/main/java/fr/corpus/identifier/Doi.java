package fr.corpus.identifier;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Digital Object Identifier (ISO 26324), which ignores the case of ASCII letters. Immutable.
 *
 * @param value {@code 10.1234/suffix}, lower case
 */
public record Doi(String value) {

    private static final Pattern LOOSE = Pattern.compile(
            "(?i)(?:https?://(?:dx\\.)?doi\\.org/|(?:info:)?doi[:/]\\s*)?(10\\.[0-9]{4,9}(?:\\.[0-9]+)*/\\S+)");

    public Doi {
        if (!LOOSE.matcher(value).matches() || !value.startsWith("10.")) {
            throw new IllegalArgumentException("not a DOI: " + value);
        }
    }

    /** Reads a DOI, bare, as {@code doi:} or as an address of doi.org. */
    public static Optional<Doi> find(String text) {
        Matcher matcher = LOOSE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.group(1);
        if (matcher.start(1) > 0 && text.strip().regionMatches(true, 0, "http", 0, 4)) {
            value = decoded(value).strip();
        }
        // What is undone of an address may hold white space, which no DOI has.
        return LOOSE.matcher(value).matches() ? Optional.of(new Doi(lowerCase(value))) : Optional.empty();
    }

    /** ASCII letters only, as the identifier demands: what other letters have a lower case depends on the Unicode version. */
    private static String lowerCase(String value) {
        StringBuilder lower = new StringBuilder(value);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c | 0x20));
            }
        }
        return lower.toString();
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** Its key. */
    public Key key() {
        return new Key(KeyType.DOI, value);
    }
}
