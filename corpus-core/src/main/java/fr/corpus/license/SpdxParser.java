package fr.corpus.license;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads SPDX expressions by recursive descent. Confined to one thread, used once. */
final class SpdxParser {

    private static final int MAX_LICENSES = 16;
    private static final int MAX_DEPTH = 16;
    private static final Pattern TOKEN = Pattern.compile("[()]|[A-Za-z0-9.+:-]+");
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9.+:() -]+");

    private final List<String> tokens;
    private int next;
    private int licenses;
    private int depth;

    private SpdxParser(List<String> tokens) {
        this.tokens = tokens;
    }

    static Optional<SpdxExpression> parse(String text) {
        if (text.length() > LicenseText.MAX_CHARS || !TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        List<String> tokens =
                TOKEN.matcher(text).results().map(MatchResult::group).toList();
        SpdxParser parser = new SpdxParser(tokens);
        return parser.or().filter(whole -> parser.next == tokens.size());
    }

    private Optional<SpdxExpression> or() {
        Optional<SpdxExpression> left = and();
        while (left.isPresent() && takes("OR")) {
            SpdxExpression first = left.get();
            left = and().map(second -> new SpdxExpression.Or(first, second));
        }
        return left;
    }

    private Optional<SpdxExpression> and() {
        Optional<SpdxExpression> left = simple();
        while (left.isPresent() && takes("AND")) {
            SpdxExpression first = left.get();
            left = simple().map(second -> new SpdxExpression.And(first, second));
        }
        return left;
    }

    private Optional<SpdxExpression> simple() {
        if (takes("(")) {
            if (++depth > MAX_DEPTH) {
                return Optional.empty();
            }
            Optional<SpdxExpression> inner = or().filter(any -> takes(")"));
            depth--;
            return inner;
        }
        Optional<String> id = word();
        if (id.isEmpty() || ++licenses > MAX_LICENSES) {
            return Optional.empty();
        }
        if (!takes("WITH")) {
            return Optional.of(new SpdxExpression.Simple(id.get(), Optional.empty()));
        }
        return word().map(exception -> new SpdxExpression.Simple(id.get(), Optional.of(exception)));
    }

    private boolean takes(String token) {
        boolean found = next < tokens.size() && isOperator(tokens.get(next), token);
        next += found ? 1 : 0;
        return found;
    }

    private Optional<String> word() {
        if (next >= tokens.size() || "()".contains(tokens.get(next)) || isAnyOperator(tokens.get(next))) {
            return Optional.empty();
        }
        return Optional.of(tokens.get(next++));
    }

    private static boolean isAnyOperator(String token) {
        return isOperator(token, "AND") || isOperator(token, "OR") || isOperator(token, "WITH");
    }

    private static boolean isOperator(String token, String operator) {
        return token.equals(operator) || token.equals(lower(operator));
    }

    private static String lower(String operator) {
        return operator.toLowerCase(Locale.ROOT);
    }
}
