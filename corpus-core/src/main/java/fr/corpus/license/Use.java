package fr.corpus.license;

/** What one may want to do with a text under a licence alone, without exception of the law. */
public enum Use {
    /** Publish it verbatim. */
    REDISTRIBUTE("redistribute"),
    /** Publish it cleaned, corrected or segmented. */
    ADAPT("adapt"),
    /** Join it with others in one database. */
    MERGE("merge"),
    /** Train a commercial model on it. */
    TRAIN("train");

    private final String word;

    Use(String word) {
        this.word = word;
    }

    /** As the catalogue writes it. */
    public String word() {
        return word;
    }
}
