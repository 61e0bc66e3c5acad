package fr.corpus.proof;

import fr.corpus.document.DocumentId;
import fr.corpus.document.LicenseId;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the keys of a proof say of a release, by the rule of builds: an exact key decides by itself, samples by {@link
 * Quotation}. Immutable.
 *
 * @param reasons why something is in the release, the first {@value #MAX_REASONS}: by exact keys in their order, then by samples in
 *     the order of documents
 * @param count number of all reasons; zero is absence
 */
public record ProofVerdict(List<Reason> reasons, int count) {

    /** Most reasons told. */
    public static final int MAX_REASONS = 1000;

    /** Most pairs of places compared; samples of more documents than that are refused. */
    static final int MAX_HITS = 1 << 20;

    /** Most steps taken to compare them. */
    private static final long MAX_STEPS = 1L << 31;

    /**
     * One reason. Immutable.
     *
     * @param by the kind of key
     * @param value the exact key's value; empty for samples
     * @param document the document, unless the key is that of too many to list
     * @param license under which it is released
     * @param samples for samples how many of the document's are those of the work, else 0
     */
    public record Reason(
            KeyType by, String value, Optional<DocumentId> document, Optional<LicenseId> license, int samples) {}

    public ProofVerdict {
        reasons = List.copyOf(reasons);
    }

    /** Whether something of what was asked for is in the release. */
    public boolean isPresent() {
        return count > 0;
    }

    /** All places where one document and the work have the same sample. */
    private record Shared(Optional<LicenseId> license, List<Quotation.Hit> hits) {}

    /** The verdict over keys; empty if there is too much to compare. */
    static Optional<ProofVerdict> of(List<KeyEntry> entries, int samples) {
        List<Reason> reasons = new ArrayList<>();
        int count = 0;
        for (KeyEntry entry : entries) {
            if (entry.key().type() != KeyType.SAMPLE && entry.isPresent()) {
                count += Math.max(1, entry.documents().size());
                exact(entry, reasons);
            }
        }
        Optional<Map<DocumentId, Shared>> shared = shared(entries);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        long steps = 0;
        for (Map.Entry<DocumentId, Shared> each : shared.get().entrySet()) {
            List<Quotation.Hit> hits = each.getValue().hits();
            hits.sort(Quotation.ORDER);
            steps += steps(hits);
            if (steps > MAX_STEPS) {
                return Optional.empty();
            }
            if (Quotation.isIn(hits, samples)) {
                count++;
                int distinct = (int) hits.stream()
                        .mapToInt(Quotation.Hit::documentAt)
                        .distinct()
                        .count();
                add(
                        reasons,
                        new Reason(
                                KeyType.SAMPLE,
                                "",
                                Optional.of(each.getKey()),
                                each.getValue().license(),
                                distinct));
            }
        }
        return Optional.of(new ProofVerdict(reasons, count));
    }

    private static void exact(KeyEntry entry, List<Reason> reasons) {
        Key key = entry.key();
        for (KeyEntry.Holder holder : entry.documents()) {
            add(reasons, new Reason(key.type(), key.value(), Optional.of(holder.document()), holder.license(), 0));
        }
        if (entry.documents().isEmpty()) {
            add(reasons, new Reason(key.type(), key.value(), Optional.empty(), Optional.empty(), 0));
        }
    }

    private static void add(List<Reason> reasons, Reason reason) {
        if (reasons.size() < MAX_REASONS) {
            reasons.add(reason);
        }
    }

    private static Optional<Map<DocumentId, Shared>> shared(List<KeyEntry> entries) {
        Map<DocumentId, Shared> shared = new TreeMap<>();
        long hits = 0;
        for (KeyEntry entry : entries) {
            hits += entry.at().isPresent() ? entry.documents().size() : 0;
            if (hits > MAX_HITS) {
                return Optional.empty();
            }
            if (entry.at().isEmpty()) {
                continue;
            }
            int at = entry.at().getAsInt();
            for (KeyEntry.Holder holder : entry.documents()) {
                shared.computeIfAbsent(holder.document(), id -> new Shared(holder.license(), new ArrayList<>()))
                        .hits()
                        .add(new Quotation.Hit(holder.position(), at));
            }
        }
        return Optional.of(shared);
    }

    /** How many hits stand within the window of each, summed up: what the rule may have to look at. */
    private static long steps(List<Quotation.Hit> hits) {
        long steps = 0;
        int end = 0;
        for (int i = 0; i < hits.size(); i++) {
            while (end < hits.size() && hits.get(end).documentAt() - hits.get(i).documentAt() < Quotation.WINDOW) {
                end++;
            }
            steps += end - i;
        }
        return steps;
    }
}
