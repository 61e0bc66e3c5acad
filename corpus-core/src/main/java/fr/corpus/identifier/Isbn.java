package fr.corpus.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An International Standard Book Number (ISO 2108) as its 13 digits. Immutable.
 *
 * @param digits 13 digits with a right check digit, starting with 978 or 979
 */
public record Isbn(String digits) {

    private static final Pattern PREFIX = Pattern.compile("(?i)^(urn:)?isbn(-1[03])?[\\s:]*");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00A0\\u202F\\u2010-\\u2015-]+");
    private static final Pattern THIRTEEN = Pattern.compile("97[89][0-9]{10}");
    private static final Pattern TEN = Pattern.compile("([0-9]{9})([0-9Xx])");

    public Isbn {
        if (!THIRTEEN.matcher(digits).matches() || check13(digits) != digits.charAt(12)) {
            throw new IllegalArgumentException("not an ISBN of 13 digits: " + digits);
        }
    }

    /** Reads an ISBN of 10 or 13 digits, with or without separators and the word ISBN; empty if a digit is wrong. */
    public static Optional<Isbn> find(String text) {
        String bare = SEPARATORS
                .matcher(PREFIX.matcher(text.strip()).replaceFirst(""))
                .replaceAll("");
        if (THIRTEEN.matcher(bare).matches()) {
            return check13(bare) == bare.charAt(12) ? Optional.of(new Isbn(bare)) : Optional.empty();
        }
        Matcher ten = TEN.matcher(bare);
        if (ten.matches()
                && check10(ten.group(1)) == Character.toUpperCase(ten.group(2).charAt(0))) {
            String twelve = "978" + ten.group(1);
            return Optional.of(new Isbn(twelve + check13(twelve)));
        }
        return Optional.empty();
    }

    private static char check13(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static char check10(String nine) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (nine.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** Its key. */
    public Key key() {
        return new Key(KeyType.ISBN, digits);
    }
}
