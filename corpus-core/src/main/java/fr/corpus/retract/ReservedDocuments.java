package fr.corpus.retract;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.KeyType;
import fr.corpus.impact.ClaimRecord;
import fr.corpus.match.Binding;
import fr.corpus.match.ClaimBreadth;
import fr.corpus.match.DocumentMatcher;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.release.BroadClaims;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.Origin;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRewriter;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds the released documents that reservations bind, by the rule of builds: a document, or any copy of it, that has a
 * reserved key. Of a copy the release has the keys of its record, of a near copy its text digest, samples and Text-Code, and an
 * exact copy has the text of its survivor. Memory grows with what is reserved only. Used once.
 */
final class ReservedDocuments {

    /** Keys that come of the text alone, which exact copies share with their survivor. */
    private static final Set<KeyType> OF_TEXT = EnumSet.of(KeyType.TEXT, KeyType.SAMPLE, KeyType.ISCC);

    private final Reservations reservations;
    private final Map<DuplicateRow.Survivor, Queue<OfCopy>> byCopies = new ConcurrentHashMap<>();

    /** Released documents that a selector takes, by themselves or by a copy. */
    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();

    private final LongAdder copiesWithoutCode = new LongAdder();

    /** A match on a copy. */
    private record OfCopy(Reserved match, DocumentId member) {}

    /** A released document and the matches on itself. */
    private record Taken(DocumentId id, Origin origin, int clusterSize, List<Reserved> own) {
        DuplicateRow.Survivor survivor() {
            return new DuplicateRow.Survivor(id, origin.sourceId());
        }
    }

    /**
     * What was found. Immutable.
     *
     * @param withheld released documents that are bound, in no order
     * @param broadClaims claims that are too broad to be heeded as they were made
     * @param copiesWithoutCode near copies of which the Text-Code is not known, though something is reserved by codes
     */
    record Found(List<Withheld> withheld, Optional<BroadClaims> broadClaims, long copiesWithoutCode) {}

    ReservedDocuments(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Reads copies and documents of a release. */
    Found find(Path release, ReleaseRewriter rewriter) throws IOException {
        rewriter.readDuplicates(Copies::new);
        rewriter.readData(Documents::new);
        List<Taken> documents = List.copyOf(taken);
        long released = rewriter.manifest().statistics().released().documents();
        ClaimBreadth breadth = ClaimBreadth.of(reservations, visitor -> visit(documents, visitor), released);
        Map<DuplicateRow.Survivor, Binding> exact = exactCopies(release, documents, breadth);
        List<Withheld> withheld = new ArrayList<>();
        for (Taken document : documents) {
            bindings(document, breadth)
                    .map(binding -> exact.containsKey(document.survivor())
                            ? Binding.stronger(binding, exact.get(document.survivor()))
                            : binding)
                    .min(Binding.STRONGEST_FIRST)
                    .ifPresent(binding -> withheld.add(
                            new Withheld(document.id(), document.origin(), document.clusterSize(), binding)));
        }
        return new Found(
                withheld,
                ClaimRecord.of(breadth, reservations, documents.size() - withheld.size()),
                copiesWithoutCode.sum());
    }

    private Queue<OfCopy> copies(Taken document) {
        return byCopies.getOrDefault(document.survivor(), new ConcurrentLinkedQueue<>());
    }

    private void visit(List<Taken> documents, ClaimBreadth.Visitor visitor) {
        int number = 0;
        for (Taken document : documents) {
            for (Reserved match : document.own()) {
                visitor.visit(number, true, match);
            }
            for (OfCopy copy : copies(document)) {
                visitor.visit(number, false, copy.match());
            }
            number++;
        }
    }

    /** All that binds a document but its exact copies. */
    private Stream<Binding> bindings(Taken document, ClaimBreadth breadth) {
        Stream<Binding> own = document.own().stream()
                .flatMap(match -> breadth.heeded(match).stream())
                .map(match -> Binding.of(match, reservations, document.id()));
        Stream<Binding> byCopy = copies(document).stream()
                .flatMap(copy -> breadth.heeded(copy.match()).stream()
                        .map(match -> Binding.of(match, reservations, copy.member())));
        return Stream.concat(own, byCopy);
    }

    /** Looks at copies. Confined to one thread. */
    private final class Copies implements Consumer<DuplicateRow> {
        private final DocumentMatcher matcher = new DocumentMatcher(reservations);

        @Override
        public void accept(DuplicateRow copy) {
            if (matcher.lacksCode(copy.traces())) {
                copiesWithoutCode.increment();
            }
            for (Reserved match : matcher.find(copy.origin().sourceId(), copy.traces())) {
                byCopies.computeIfAbsent(copy.survivor(), survivor -> new ConcurrentLinkedQueue<>())
                        .add(new OfCopy(match, copy.member()));
            }
        }
    }

    /** Looks at released documents. Confined to one thread. */
    private final class Documents implements Consumer<ReleaseRow> {
        private final DocumentMatcher matcher = new DocumentMatcher(reservations);

        @Override
        public void accept(ReleaseRow row) {
            Document document = row.document();
            Digest text = CanonicalText.digest(document.text());
            List<Reserved> own = matcher.find(document.text(), document.provenance(), text, document.metadata());
            Taken candidate = new Taken(row.id(), row.origin(), row.clusterSize(), own);
            if (!own.isEmpty() || byCopies.containsKey(candidate.survivor())) {
                taken.add(candidate);
            }
        }
    }

    /** What is found by the text of a survivor is found on its exact copies too: the ledger names the smallest member. */
    private Map<DuplicateRow.Survivor, Binding> exactCopies(Path release, List<Taken> documents, ClaimBreadth breadth)
            throws IOException {
        Map<DuplicateRow.Survivor, List<Reserved>> byText = new HashMap<>();
        for (Taken document : documents) {
            List<Reserved> ofText = document.own().stream()
                    .filter(match -> OF_TEXT.contains(match.by()))
                    .flatMap(match -> breadth.heeded(match).stream())
                    .toList();
            if (document.clusterSize() > 1 && !ofText.isEmpty()) {
                byText.put(document.survivor(), ofText);
            }
        }
        Map<DuplicateRow.Survivor, Binding> strongest = new HashMap<>();
        if (byText.isEmpty()) {
            return strongest;
        }
        try (RowStream<DuplicateRow> copies = ReleaseReader.open(release).duplicates()) {
            for (Optional<DuplicateRow> next = copies.next(); next.isPresent(); next = copies.next()) {
                DuplicateRow copy = next.get();
                if (copy.match().kind() == DuplicateRow.Kind.EXACT) {
                    for (Reserved match : byText.getOrDefault(copy.survivor(), List.of())) {
                        strongest.merge(
                                copy.survivor(), Binding.of(match, reservations, copy.member()), Binding::stronger);
                    }
                }
            }
        }
        return strongest;
    }
}
