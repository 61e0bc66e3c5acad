package fr.corpus.audit;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.error.UserMessage;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Binding;
import fr.corpus.match.DocumentKeys;
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

/**
 * Finds released documents that the reservations of a registry bind, by the rule of builds: themselves, or a copy that was left
 * out in their favour. Thread-safe.
 */
final class ReservedRows implements RowAudit {

    private static final int MOST_FINDINGS = 20;
    private static final long[] UNKNOWN = {};

    private final Reservations reservations;
    private final StatedClaims claims;
    private final ThreadLocal<DocumentMatcher> matchers;
    private final Map<DuplicateRow.Survivor, Binding> byCopies = new ConcurrentHashMap<>();
    private final TreeSet<Finding> findings = new TreeSet<>(Finding.ORDER);
    private boolean more;

    ReservedRows(Manifest manifest, Reservations reservations) {
        this.reservations = reservations;
        this.claims = new StatedClaims(manifest, reservations);
        this.matchers = ThreadLocal.withInitial(() -> new DocumentMatcher(reservations));
    }

    @Override
    public void copy(String file, DuplicateRow copy, long number) {
        DuplicateRow.Traces traces = copy.traces();
        List<Key> keys = new ArrayList<>(
                DocumentKeys.ofRecord(copy.origin().sourceId(), traces.uri(), traces.author(), traces.identifiers()));
        traces.bytes().ifPresent(digest -> keys.add(new Key(KeyType.BYTES, digest.hex())));
        traces.text().ifPresent(digest -> keys.add(new Key(KeyType.TEXT, digest.hex())));
        long[] samples = traces.samples()
                .map(list -> list.stream().mapToLong(Long::longValue).toArray())
                .orElse(UNKNOWN);
        for (Reserved match : claims.ofCopy(copy.survivor(), matchers.get().find(keys, samples))) {
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

    /** Whether there is more than that. */
    synchronized boolean more() {
        return more;
    }
}
