package fr.corpus.text;

/** Which lines count as ending in an ellipsis. */
public enum Ellipses {

    /** Every line whose last character that is not white space is {@code …} or ends {@code ...}. */
    ANY("any"),

    /**
     * Only a text cut short by a machine: {@code […]}, {@code (...)}, or an ellipsis that a space detaches from the
     * word. French typography glues the suspension points of an author to the word.
     */
    CUT("cut");

    private final String label;

    Ellipses(String label) {
        this.label = label;
    }

    /** Its name in recipes. */
    public String label() {
        return label;
    }

    /** Whether the line between two indices, which is stripped and not empty, counts. */
    boolean end(char[] chars, int from, int to) {
        if (this == ANY) {
            return before(chars, from, to) < to;
        }
        boolean bracketed = chars[to - 1] == ']' || chars[to - 1] == ')';
        int end = bracketed ? to - 1 : to;
        int start = before(chars, from, end);
        if (start == end) {
            return false;
        }
        return start == from
                || (bracketed ? chars[start - 1] == '[' || chars[start - 1] == '(' : WhiteSpace.is(chars[start - 1]));
    }

    /** Where the ellipsis that ends at {@code to} begins, or {@code to} when there is none. */
    private static int before(char[] chars, int from, int to) {
        if (to - from >= 1 && chars[to - 1] == '…') {
            return to - 1;
        }
        boolean dots = to - from >= 3 && chars[to - 1] == '.' && chars[to - 2] == '.' && chars[to - 3] == '.';
        return dots ? to - 3 : to;
    }
}
