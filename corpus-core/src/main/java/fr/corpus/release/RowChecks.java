package fr.corpus.release;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.document.Identifier;
import fr.corpus.document.LicenseId;
import fr.corpus.identifier.Key;
import fr.corpus.license.LicenseCatalog;
import fr.corpus.proof.ReleaseKeys;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What must be true of each row by itself. Thread-safe, but for {@link #duplicate}. */
final class RowChecks {

    private final Findings findings;
    private final Survivors survivors = new Survivors();
    private final AtomicLong idsConfirmed = new AtomicLong();
    private final boolean textsAreAsRead;
    private final ThreadLocal<MessageDigest> sha = ThreadLocal.withInitial(Survivors::digest);

    /**
     * Checks for a release.
     *
     * @param textsAreAsRead whether the recipe has no normalizer, so that every id must be that of the published text
     */
    RowChecks(Findings findings, boolean textsAreAsRead) {
        this.findings = findings;
        this.textsAreAsRead = textsAreAsRead;
    }

    long idsConfirmed() {
        return idsConfirmed.get();
    }

    Survivors survivors() {
        return survivors;
    }

    /** A row of the duplicates table; they come first, and one after the other. */
    void duplicate(String file, DuplicateRow row, long number) {
        identifiers(file, row.traces().identifiers(), number);
        DocumentId cluster = row.cluster();
        if (cluster.compareTo(row.member()) > 0
                || cluster.compareTo(row.survivor().id()) > 0) {
            findings.add(file, number, "cluster", file, number);
        }
    }

    void drop(String file, DropRow row, long number) {
        if (row.outcome() == Outcome.WITHHELD && row.id().isPresent()) {
            survivors.meet(Survivors.key(row.id().get(), row.origin().sourceId(), sha.get()));
        }
        if (row.id().isEmpty() && row.outcome() != Outcome.MALFORMED) {
            findings.add(file, number, "drop-id", file, number, row.outcome().word());
        }
    }

    void released(String file, ReleaseRow row, long number) {
        long copies = survivors.meet(Survivors.key(row.id(), row.origin().sourceId(), sha.get()));
        if (copies != row.clusterSize() - 1L) {
            findings.add(file, number, "cluster-size", file, number, row.clusterSize(), copies + 1);
        }
        DocumentId id = DocumentId.of(
                row.origin().source(), CanonicalText.digest(row.document().text()));
        if (id.equals(row.id())) {
            idsConfirmed.incrementAndGet();
        } else if (textsAreAsRead) {
            findings.add(file, number, "id", file, number, row.id().hex(), id.hex());
        }
        row.admission().ifPresent(admission -> license(file, admission.license(), number));
        if (row.document().annotations().end() > row.chars()) {
            findings.add(file, number, "layers", file, number);
        }
        identifiers(file, row.document().metadata().identifiers(), number);
        double score = row.languageScore().orElse(0);
        if (!(score >= 0 && score <= 1)) {
            findings.add(file, number, "language-score", file, number, Double.toString(score));
        }
    }

    private void identifiers(String file, List<Identifier> identifiers, long number) {
        for (Identifier identifier : identifiers) {
            if (!ReleaseKeys.isCanonical(Key.of(identifier))) {
                findings.add(file, number, "identifier", file, number, identifier.toString());
            }
        }
    }

    private void license(String file, LicenseId license, long number) {
        if (LicenseCatalog.load().byId(license).isEmpty()) {
            findings.add(file, number, "license", file, number, license.value());
        }
    }
}
