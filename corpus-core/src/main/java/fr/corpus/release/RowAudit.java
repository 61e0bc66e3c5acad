package fr.corpus.release;

/**
 * Looks at the rows of a release while {@link ReleaseVerifier} reads them, several threads at once: all copies first, then all
 * released documents. Numbers are those of the rows in their files, from 1.
 */
public interface RowAudit {

    /** Looks at nothing. */
    RowAudit NONE = new RowAudit() {
        @Override
        public void copy(String file, DuplicateRow row, long number) {}

        @Override
        public void released(String file, ReleaseRow row, long number) {}
    };

    /** A copy that was left out. */
    void copy(String file, DuplicateRow row, long number);

    /** A released document. */
    void released(String file, ReleaseRow row, long number);
}
