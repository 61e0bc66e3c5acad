package fr.corpus.eval.score;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as the French write them: a comma before decimals, spaces or points between groups of three; a lone point is a decimal one,
 * as in code. Thread-safe.
 */
final class FrenchNumber {

    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u202F\\u2009 ]");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]+)?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}([.,][0-9]{1,40})?");

    private FrenchNumber() {}

    /** The value of a text; empty when it is no number. */
    static Optional<BigDecimal> parse(String text) {
        String plain = SPACES.matcher(text.strip()).replaceAll("").replace('−', '-');
        if (GROUPED.matcher(plain).matches() && (plain.contains(",") || plain.indexOf('.') != plain.lastIndexOf('.'))) {
            plain = plain.replace(".", "");
        }
        return NUMBER.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain.replace(',', '.')).stripTrailingZeros())
                : Optional.empty();
    }

    /** Whether two answers are the same number, or the same text but for white space at the ends. */
    static boolean same(String one, String other) {
        Optional<BigDecimal> left = parse(one);
        return left.isPresent() ? left.equals(parse(other)) : one.strip().equals(other.strip());
    }
}
