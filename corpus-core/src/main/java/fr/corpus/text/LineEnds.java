package fr.corpus.text;

/** Which lines count as properly ended. */
public enum LineEnds {

    /**
     * The very last character, white space included, ends sentences in some script ({@code . ? ! ‼ ⁇ ⁈ ⁉ ‽} and
     * others; not {@code …}, {@code »} or {@code ;}): the rule of FineWeb-2.
     */
    TERMINAL("terminal"),

    /**
     * French typography: after stripping, the line ends in {@code . ? ! … ; : , » ” " )} and the like, or it runs on:
     * it ends in a hyphen, or the next line that is not blank begins with a lower-case letter.
     */
    FRENCH("french");

    private final String label;

    LineEnds(String label) {
        this.label = label;
    }

    /** Its name in recipes. */
    public String label() {
        return label;
    }
}
