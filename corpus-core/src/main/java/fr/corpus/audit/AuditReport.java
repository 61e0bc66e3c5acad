package fr.corpus.audit;

import fr.corpus.release.Finding;
import fr.corpus.release.ReleaseReport;
import fr.corpus.releaselog.LoggedEntry;
import fr.corpus.tlog.Checkpoint;
import java.util.List;
import java.util.Optional;

/**
 * What an audit found. Immutable.
 *
 * @param release the release computed again from its bytes
 * @param logged its entry in the log of releases, when it has one that holds
 * @param registry the state of the registry that the entry names, when the registry knows it
 * @param reservations how many active reservations of that state keep works out; 0 when it is not known
 * @param successors entries after which the release is stale
 * @param findings what is wrong with log, registry and reservations, in the order in which it was looked at
 * @param copiesWithoutCode near copies of which the Text-Code is not known, though something is reserved by codes: the release was made
 *     before codes were recorded
 * @param more whether there are more reserved documents than the findings name
 */
public record AuditReport(
        ReleaseReport release,
        Optional<LoggedEntry.Verified> logged,
        Optional<Checkpoint> registry,
        int reservations,
        List<LoggedEntry> successors,
        List<Finding> findings,
        long copiesWithoutCode,
        boolean more) {

    public AuditReport {
        successors = List.copyOf(successors);
        findings = List.copyOf(findings);
    }

    /** Whether the release is what it claims, its log and registry are of one history, and nothing reserved is in it. */
    public boolean isSound() {
        return release.isSound() && release.keys().isPresent() && findings.isEmpty();
    }
}
