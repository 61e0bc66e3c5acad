package fr.corpus.internal.lucene;

/** The fields of a document, each a sequence of words with their places. */
public enum IndexField {
    /** The text. */
    TEXT("text"),
    /** The title. */
    TITLE("title"),
    /** The author or authors. */
    AUTHOR("author");

    private final String key;

    IndexField(String key) {
        this.key = key;
    }

    /** Its name in the index. */
    String key() {
        return key;
    }
}
