package fr.corpus.pipeline;

/** The stages of a run, in order. */
public enum Stage {
    /** Read, normalize, filter, compute duplicate keys, spool. */
    READ("read"),
    /** Merge duplicate keys, verify, choose survivors. */
    DEDUPLICATE("deduplicate"),
    /** Pass the rights gate, annotate, write the release. */
    RELEASE("release");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** Its name in reports. */
    public String label() {
        return label;
    }
}
