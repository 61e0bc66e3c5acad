package fr.corpus.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An International Standard Name Identifier (ISO 27729) as 16 characters. Immutable.
 *
 * @param value 15 digits and a right check character (ISO 7064, MOD 11-2)
 */
public record Isni(String value) {

    private static final Pattern LOOSE =
            Pattern.compile("(?i)(?:https?://(?:www\\.)?isni\\.org/(?:isni/)?|isni[\\s:]*)?"
                    + "([0-9]{4})[ \\u00A0-]?([0-9]{4})[ \\u00A0-]?([0-9]{4})[ \\u00A0-]?([0-9]{3}[0-9X])");

    public Isni {
        if (value.length() != 16 || check(value) != value.charAt(15)) {
            throw new IllegalArgumentException("not an ISNI: " + value);
        }
    }

    /** Reads an ISNI with or without blanks, the word ISNI or its address; empty if the check character is wrong. */
    public static Optional<Isni> find(String text) {
        Matcher matcher = LOOSE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value =
                (matcher.group(1) + matcher.group(2) + matcher.group(3) + matcher.group(4)).toUpperCase(Locale.ROOT);
        return check(value) == value.charAt(15) ? Optional.of(new Isni(value)) : Optional.empty();
    }

    private static char check(String value) {
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + value.charAt(i) - '0') * 2;
        }
        int check = (12 - total % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** Its key. */
    public Key key() {
        return new Key(KeyType.ISNI, value);
    }
}
