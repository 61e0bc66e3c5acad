package fr.corpus.search;

import fr.corpus.fingerprint.CopyTraces;
import fr.corpus.identifier.Key;
import fr.corpus.match.BareNumbers;
import fr.corpus.match.DocumentKeys;
import fr.corpus.match.NearWork;
import fr.corpus.match.Quotation;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is asked among the copies that were left out of a release: a document that was kept stands for them. Reads the whole
 * table of copies, which holds no text. Confined to one thread; used once.
 */
final class CopySearch {

    private static final Comparator<DuplicateRow.Survivor> ORDER =
            Comparator.comparing(DuplicateRow.Survivor::id).thenComparing(DuplicateRow.Survivor::sourceId);

    private final Map<Key, Candidates.Way> keys = new HashMap<>();
    private final @Nullable WorkSamples work;
    private final @Nullable NearWork near;
    private final boolean compareEvery;
    private long withoutCode;
    private final SortedMap<DuplicateRow.Survivor, List<Candidates.OfCopy>> found = new TreeMap<>(ORDER);

    CopySearch(Question question) {
        question.keys().forEach(key -> keys.put(key, new Candidates.Way(KeySearch.kind(key), key.toString(), 0)));
        Optional<WorkFingerprint> asked = question.work();
        asked.ifPresent(print -> keys.putAll(KeySearch.exact(print)));
        work = asked.map(WorkSamples::new).orElse(null);
        near = asked.flatMap(NearWork::of).orElse(null);
        compareEvery = asked.filter(NearWork::comparesEveryDocument).isPresent();
    }

    /** Near copies of which the Text-Code is not known, though the work is found by it. */
    long withoutCode() {
        return withoutCode;
    }

    /** Adds released documents that stand for a copy that was found. */
    void find(ReleaseReader release, Candidates candidates) throws IOException {
        if (release.manifest().statistics().counts().duplicates() == 0) {
            return;
        }
        try (RowStream<DuplicateRow> rows = release.duplicates()) {
            for (Optional<DuplicateRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                look(row.get());
            }
        }
        int looked = 0;
        for (Map.Entry<DuplicateRow.Survivor, List<Candidates.OfCopy>> each : found.entrySet()) {
            if (++looked > Candidates.MOST) {
                candidates.cut(0);
                return;
            }
            DuplicateRow.Survivor survivor = each.getKey();
            // A survivor that a gate or a reservation withheld is not in the release.
            boolean released = release.find(survivor.id()).stream()
                    .anyMatch(row -> row.origin().sourceId().equals(survivor.sourceId()));
            if (released) {
                each.getValue().forEach(copy -> candidates.add(survivor.id(), copy));
            }
        }
    }

    private void look(DuplicateRow row) {
        CopyTraces traces = row.traces();
        for (Key key : DocumentKeys.ofCopy(row.origin().sourceId(), traces, BareNumbers.REFUSED)) {
            Candidates.Way way = keys.get(key);
            if (way != null) {
                add(row, way.kind(), way.asked(), Match.Likeness.NONE);
            }
        }
        withoutCode += near != null && traces.lacksCode() ? 1 : 0;
        if (work != null) {
            List<Quotation.Hit> hits = work.common(traces.sampleHashes());
            if (work.isQuotation(hits)) {
                Match.Shares shares = work.shares(hits);
                add(row, shares.kind(), "", Match.Likeness.of(shares));
            } else if (near != null && traces.code().isPresent() && (compareEvery || !hits.isEmpty())) {
                OptionalDouble similarity = near.similarity(traces.code().get());
                similarity.ifPresent(bits -> add(row, MatchKind.NEAR_DUPLICATE, "", Match.Likeness.ofCode(bits)));
            }
        }
    }

    /** Of the copies of one document that are found in one way, the first is told. */
    private void add(DuplicateRow row, MatchKind kind, String asked, Match.Likeness likeness) {
        Candidates.OfCopy one = new Candidates.OfCopy(kind, asked, likeness, Match.Copy.of(row));
        List<Candidates.OfCopy> known = found.computeIfAbsent(row.survivor(), survivor -> new ArrayList<>());
        boolean told = known.stream()
                .anyMatch(other -> other.kind() == kind && other.asked().equals(asked));
        if (!told) {
            known.add(one);
        }
    }
}
