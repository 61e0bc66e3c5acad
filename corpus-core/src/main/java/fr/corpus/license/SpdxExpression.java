package fr.corpus.license;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An SPDX licence expression (SPDX 2.3, annex D): licences joined by {@code AND}, {@code OR}, {@code WITH} and
 * parentheses; {@code AND} binds tighter than {@code OR}. Immutable.
 */
public sealed interface SpdxExpression {

    /**
     * One licence.
     *
     * @param id as written, looked up like any declared licence
     * @param exception an exception that adds permissions, and so never takes one away
     */
    record Simple(String id, Optional<String> exception) implements SpdxExpression {
        @Override
        public String toString() {
            return exception.map(e -> id + " WITH " + e).orElse(id);
        }
    }

    /** Both bind. */
    record And(SpdxExpression left, SpdxExpression right) implements SpdxExpression {
        @Override
        public String toString() {
            return side(left) + " AND " + side(right);
        }

        private static String side(SpdxExpression part) {
            return part instanceof Or ? "(" + part + ")" : part.toString();
        }
    }

    /** Either may be chosen. */
    record Or(SpdxExpression left, SpdxExpression right) implements SpdxExpression {
        @Override
        public String toString() {
            return left + " OR " + right;
        }
    }

    /**
     * Reads an expression; operators in capitals or in small letters, not mixed.
     *
     * @return empty if the text has another form, is longer than 400 characters or names more than 16 licences
     */
    static Optional<SpdxExpression> parse(String text) {
        return SpdxParser.parse(text);
    }

    /**
     * The ways to meet the expression, strongest rights first, ties by identifier; empty if a licence is unknown, even one
     * that need not be chosen: a mistyped part casts doubt on the whole.
     */
    default List<LicenseTerms> alternatives(LicenseCatalog catalog) {
        return expand(this, catalog).stream()
                .distinct()
                .sorted(LicenseTerms.STRONGEST_FIRST)
                .toList();
    }

    private static List<LicenseTerms> expand(SpdxExpression expression, LicenseCatalog catalog) {
        if (expression instanceof Simple simple) {
            return catalog.find(simple.id()).map(LicenseTerms::of).map(List::of).orElse(List.of());
        }
        boolean both = expression instanceof And;
        List<LicenseTerms> left = expand(both ? ((And) expression).left() : ((Or) expression).left(), catalog);
        List<LicenseTerms> right = expand(both ? ((And) expression).right() : ((Or) expression).right(), catalog);
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        List<LicenseTerms> out = new ArrayList<>();
        if (both) {
            left.forEach(l -> right.forEach(r -> out.add(l.and(r))));
        } else {
            out.addAll(left);
            out.addAll(right);
        }
        return out;
    }
}
