package fr.corpus.release;

import java.util.List;
import java.util.Optional;

/**
 * What {@link ReleaseVerifier} found. Immutable.
 *
 * @param manifest the manifest, when it could be read
 * @param roots the roots computed from the rows, when all tables could be read
 * @param keys the keys computed from the rows, when the release has keys and all rows could be read
 * @param files number of files whose bytes were hashed
 * @param rows number of rows read, of all tables
 * @param idsConfirmed released documents whose id is that of the published text; a normalized text has another
 * @param findings all that is wrong, by file and row; of a kind in one file the first five
 * @param more whether there are others of a kind that is listed
 */
public record ReleaseReport(
        Optional<Manifest> manifest,
        Optional<Manifest.Roots> roots,
        Optional<Manifest.KeySet> keys,
        int files,
        long rows,
        long idsConfirmed,
        List<Finding> findings,
        boolean more) {

    public ReleaseReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return findings.isEmpty();
    }
}
