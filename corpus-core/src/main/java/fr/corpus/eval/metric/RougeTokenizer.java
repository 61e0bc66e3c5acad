package fr.corpus.eval.metric;

/** What a word is for ROUGE. */
public enum RougeTokenizer {

    /** Runs of {@code a–z0–9} after lower case, as rouge-score 0.1.2: an accented letter ends a word and is lost. */
    ORIGINAL("rouge-score", "rouge-score-0.1.2"),

    /** NFC, lower case, then runs of Unicode letters, marks and numbers; a mark that stands alone is a word, too. */
    UNICODE("unicode", "1");

    private final String key;
    private final String version;

    RougeTokenizer(String key, String version) {
        this.key = key;
        this.version = version;
    }

    /** Its name in signatures and options. */
    public String key() {
        return key;
    }

    String version() {
        return version;
    }

    @Override
    public String toString() {
        return key;
    }
}
