package fr.corpus.license;

/** How far a licence permits a use, from the narrowest to the widest. */
public enum Permission {
    /** Not at all. */
    FORBIDDEN("forbidden"),
    /** As terms outside the catalogue say: read them. */
    PER_TERMS("per-terms"),
    /** Without commercial purpose, and under the same licence. */
    NON_COMMERCIAL_SHARE_ALIKE("non-commercial-share-alike"),
    /** Without commercial purpose. */
    NON_COMMERCIAL("non-commercial"),
    /** In a collection whose items each keep their own licence. */
    COLLECTION_ONLY("collection-only"),
    /** Under the same licence. */
    SHARE_ALIKE("share-alike"),
    /** Permitted, but whether a condition follows is disputed. */
    DISPUTED("disputed"),
    /** Freely, duties apart. */
    ALLOWED("allowed");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    /** As the catalogue writes it. */
    public String word() {
        return word;
    }

    /** What is left when both bind: the narrower of the two, or both conditions together. */
    public Permission and(Permission other) {
        boolean both = this == NON_COMMERCIAL && other == SHARE_ALIKE || this == SHARE_ALIKE && other == NON_COMMERCIAL;
        return both ? NON_COMMERCIAL_SHARE_ALIKE : compareTo(other) <= 0 ? this : other;
    }
}
