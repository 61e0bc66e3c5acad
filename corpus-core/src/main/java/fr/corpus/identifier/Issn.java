package fr.corpus.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An International Standard Serial Number (ISO 3297), {@code 1234-567X}. Immutable.
 *
 * @param value four digits, hyphen, three digits and a right check character
 */
public record Issn(String value) {

    private static final Pattern LOOSE =
            Pattern.compile("(?i)(?:urn:)?(?:e?issn)?[\\s:]*([0-9]{4})[\\u2010-\\u2015-]?([0-9]{3}[0-9X])");

    public Issn {
        if (!canonical(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("not an ISSN: " + value);
        }
    }

    /** Reads an ISSN with or without hyphen and the word ISSN; empty if the check character is wrong. */
    public static Optional<Issn> find(String text) {
        return canonical(text).map(Issn::new);
    }

    private static Optional<String> canonical(String text) {
        Matcher matcher = LOOSE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = (matcher.group(1) + matcher.group(2)).toUpperCase(Locale.ROOT);
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (digits.charAt(i) - '0') * (8 - i);
        }
        int check = (11 - sum % 11) % 11;
        char expected = check == 10 ? 'X' : (char) ('0' + check);
        return digits.charAt(7) == expected
                ? Optional.of(digits.substring(0, 4) + "-" + digits.substring(4))
                : Optional.empty();
    }

    /** Its key. */
    public Key key() {
        return new Key(KeyType.ISSN, value);
    }
}
