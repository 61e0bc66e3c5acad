package fr.corpus.license;

/** What a licence demands of whoever publishes. */
public enum Duty {
    /** Name the author, the title and the source. */
    ATTRIBUTION("attribution"),
    /** Say that the text was changed. */
    INDICATE_CHANGES("indicate-changes"),
    /** Give the licence or its address with the text. */
    LICENSE_NOTICE("license-notice"),
    /** Keep the licence for what is made from the text. */
    SAME_LICENSE("same-license"),
    /** Say when the source was last updated. */
    DATE_OF_UPDATE("date-of-update"),
    /** Offer a form that can be edited. */
    PROVIDE_SOURCE("provide-source"),
    /** Keep commercial uses out. */
    NON_COMMERCIAL_USE("non-commercial-use");

    private final String word;

    Duty(String word) {
        this.word = word;
    }

    /** As the catalogue writes it. */
    public String word() {
        return word;
    }
}
