package fr.corpus.search;

import fr.corpus.document.DocumentId;
import fr.corpus.match.Quotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Documents that a question found so far, without their rows. Thread-safe. */
final class Candidates {

    /** Most documents of one part of a question. */
    static final int MOST = 1000;

    private final Map<DocumentId, Candidate> byId = new HashMap<>();
    private long largest;
    private boolean cut;

    /** A way in which a document was found: {@code order} is its place in the answer of an index. */
    record Way(MatchKind kind, String asked, int order) {}

    /** A way in which a document was found on a copy that was left out in its favour. */
    record OfCopy(MatchKind kind, String asked, Match.Likeness likeness, Match.Copy copy) {}

    /** One document and all ways in which it was found. Guarded by the candidates until they are ranked. */
    static final class Candidate {
        private final DocumentId id;
        private final List<Way> ways = new ArrayList<>();
        private final List<OfCopy> copies = new ArrayList<>();
        private List<Quotation.Hit> samples = List.of();
        private Optional<Double> code = Optional.empty();

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

        /** On which copies it was found, in the order of their table. */
        List<OfCopy> copies() {
            return copies;
        }

        /** The share of bits in which its Text-Code agrees with that of the work, if it was found by it. */
        Optional<Double> code() {
            return code;
        }

        private Way best() {
            return Stream.concat(
                            ways.stream(),
                            copies.stream().map(copy -> new Way(copy.kind(), copy.asked(), Integer.MAX_VALUE)))
                    .min(Comparator.comparing(Way::kind).thenComparing(Way::order))
                    .orElseThrow();
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

    /** Adds a document that is near the work by its Text-Code. */
    synchronized void addNear(DocumentId id, double similarity) {
        add(id, new Way(MatchKind.NEAR_DUPLICATE, "", 0));
        candidate(id).code = Optional.of(similarity);
    }

    /** Adds a document that was found on a copy. */
    synchronized void add(DocumentId id, OfCopy copy) {
        candidate(id).copies.add(copy);
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
