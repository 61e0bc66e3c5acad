package fr.corpus.audit;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.error.UserMessage;
import fr.corpus.match.Binding;
import fr.corpus.match.DocumentMatcher;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.Finding;
import fr.corpus.release.Manifest;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Finds released documents that the reservations of a registry bind, by the rule of builds: themselves, or a copy that was left
 * out in their favour. Thread-safe.
 */
final class ReservedRows implements RowAudit {

    private static final int MOST_FINDINGS = 20;

    private final Reservations reservations;
    private final StatedClaims claims;
    private final ThreadLocal<DocumentMatcher> matchers;
    private final Map<DuplicateRow.Survivor, Binding> byCopies = new ConcurrentHashMap<>();
    private final TreeSet<Finding> findings = new TreeSet<>(Finding.ORDER);
    private final LongAdder copiesWithoutCode = new LongAdder();
    private boolean more;

    ReservedRows(Manifest manifest, Reservations reservations) {
        this.reservations = reservations;
        this.claims = new StatedClaims(manifest, reservations);
        this.matchers = ThreadLocal.withInitial(() -> new DocumentMatcher(reservations));
    }

    @Override
    public void copy(String file, DuplicateRow copy, long number) {
        if (matchers.get().lacksCode(copy.traces())) {
            copiesWithoutCode.increment();
        }
        List<Reserved> found = matchers.get().find(copy.origin().sourceId(), copy.traces());
        for (Reserved match : claims.ofCopy(copy.survivor(), found)) {
            byCopies.merge(copy.survivor(), Binding.of(match, reservations, copy.member()), Binding::stronger);
        }
    }

    @Override
    public void released(String file, ReleaseRow row, long number) {
        Document document = row.document();
        DuplicateRow.Survivor self =
                new DuplicateRow.Survivor(row.id(), row.origin().sourceId());
        List<Reserved> matches = claims.ofReleased(
                self,
                matchers.get()
                        .find(
                                document.text(),
                                document.provenance(),
                                CanonicalText.digest(document.text()),
                                document.metadata()));
        Optional<Binding> binding = matches.stream()
                .map(match -> Binding.of(match, reservations, row.id()))
                .min(Binding.STRONGEST_FIRST)
                .or(() -> Optional.ofNullable(byCopies.get(self)));
        binding.ifPresent(bound -> add(new Finding(
                file,
                number,
                UserMessage.of(
                        "audit.reserved",
                        file,
                        number,
                        row.id().hex(),
                        bound.entry().id(),
                        bound.match().by().word(),
                        bound.member().hex()))));
    }

    private synchronized void add(Finding finding) {
        findings.add(finding);
        if (findings.size() > MOST_FINDINGS) {
            findings.pollLast();
            more = true;
        }
    }

    /** What was found first in the order of the release. */
    synchronized List<Finding> findings() {
        List<Finding> all = new ArrayList<>(claims.findings());
        all.addAll(findings);
        return all;
    }

    /** Near copies of which the Text-Code is not known, though something is reserved by codes. */
    long copiesWithoutCode() {
        return copiesWithoutCode.sum();
    }

    /** Whether there is more than that. */
    synchronized boolean more() {
        return more;
    }
}
