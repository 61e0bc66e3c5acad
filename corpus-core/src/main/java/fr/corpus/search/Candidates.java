package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.match.Quotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents that a question found so far, without their rows. Thread-safe. */
final class Candidates {

    /** Most documents of one part of a question. */
    static final int MOST = 1000;

    private final Map<DocumentId, Candidate> byId = new HashMap<>();
    private long largest;
    private boolean cut;

    /** A way in which a document was found: {@code order} is its place in the answer of an index. */
    record Way(MatchKind kind, String asked, int order) {}

    /** One document and all ways in which it was found. Guarded by the candidates until they are ranked. */
    static final class Candidate {
        private final DocumentId id;
        private final List<Way> ways = new ArrayList<>();
        private List<Quotation.Hit> samples = List.of();

        Candidate(DocumentId id) {
            this.id = id;
        }

        DocumentId id() {
            return id;
        }

        /** The ways, the surest first. */
        List<Way> ways() {
            return ways.stream().sorted(Comparator.comparing(Way::kind)).toList();
        }

        /** Samples in common with the work, in {@link Quotation#ORDER}. */
        List<Quotation.Hit> samples() {
            return samples;
        }

        private Way best() {
            return ways().get(0);
        }
    }

    private Candidate candidate(DocumentId id) {
        return byId.computeIfAbsent(id, Candidate::new);
    }

    /** Adds a document that was found in some way; the same way counts once. */
    synchronized void add(DocumentId id, Way way) {
        Candidate candidate = candidate(id);
        boolean known = candidate.ways.stream()
                .anyMatch(other -> other.kind() == way.kind() && other.asked().equals(way.asked()));
        if (!known) {
            candidate.ways.add(way);
        }
    }

    /** Adds a document that quotes the work. */
    synchronized void add(DocumentId id, List<Quotation.Hit> samples) {
        add(id, new Way(MatchKind.QUOTATION, "", 0));
        Candidate candidate = candidate(id);
        candidate.samples = candidate.samples.isEmpty() ? samples : candidate.samples;
    }

    /** Says that one part of the question found so many documents, not all of which were added. */
    synchronized void cut(long atLeast) {
        largest = Math.max(largest, atLeast);
        cut = true;
    }

    synchronized long total() {
        return Math.max(largest, byId.size());
    }

    synchronized boolean isExact() {
        return !cut;
    }

    /** The surest documents. */
    synchronized List<Candidate> best(int limit) {
        Comparator<Candidate> order = Comparator.comparing(
                        (Candidate candidate) -> candidate.best().kind())
                .thenComparing(candidate -> -candidate.samples.size())
                .thenComparing(candidate -> candidate.best().order())
                .thenComparing(Candidate::id);
        return byId.values().stream().sorted(order).limit(limit).toList();
    }
}
