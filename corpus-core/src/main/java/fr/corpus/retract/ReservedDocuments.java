package fr.corpus.retract;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.Document;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.Binding;
import fr.corpus.match.DocumentKeys;
import fr.corpus.match.DocumentMatcher;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRewriter;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Finds the released documents that reservations bind, by the rule of builds: a document, or any copy of it, that has a
 * reserved key. Of a copy the release has the keys of its record, and of a near copy its text digest and samples; an exact copy
 * has the text of its survivor. Memory grows with what is reserved only. Used once.
 */
final class ReservedDocuments {

    /** Keys that come of the text alone, which exact copies share with their survivor. */
    private static final Set<KeyType> OF_TEXT = EnumSet.of(KeyType.TEXT, KeyType.SAMPLE, KeyType.ISCC);

    private static final long[] UNKNOWN = {};

    private final Reservations reservations;
    private final Map<DuplicateRow.Survivor, Binding> byCopies = new ConcurrentHashMap<>();
    private final Map<DuplicateRow.Survivor, List<Reserved>> byText = new ConcurrentHashMap<>();

    /** Released documents, to be weighed again once all copies are known. */
    private final ConcurrentLinkedQueue<Withheld> bound = new ConcurrentLinkedQueue<>();

    ReservedDocuments(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Reads copies and documents of a release and answers those that are bound, in no order. */
    List<Withheld> find(Path release, ReleaseRewriter rewriter) throws IOException {
        rewriter.readDuplicates(Copies::new);
        rewriter.readData(Documents::new);
        addExactCopies(release);
        List<Withheld> withheld = new ArrayList<>();
        for (Withheld document : bound) {
            Binding byCopy = byCopies.get(survivor(document));
            Binding strongest = byCopy == null ? document.binding() : Binding.stronger(document.binding(), byCopy);
            withheld.add(new Withheld(document.id(), document.origin(), document.clusterSize(), strongest));
        }
        return withheld;
    }

    private static DuplicateRow.Survivor survivor(Withheld document) {
        return new DuplicateRow.Survivor(document.id(), document.origin().sourceId());
    }

    private void bind(DuplicateRow.Survivor survivor, Reserved match, DocumentId member) {
        byCopies.merge(survivor, Binding.of(match, reservations, member), Binding::stronger);
    }

    /** Looks at copies. Confined to one thread. */
    private final class Copies implements Consumer<DuplicateRow> {
        private final DocumentMatcher matcher = new DocumentMatcher(reservations);

        @Override
        public void accept(DuplicateRow copy) {
            DuplicateRow.Traces traces = copy.traces();
            List<Key> keys =
                    new ArrayList<>(DocumentKeys.ofRecord(copy.origin().sourceId(), traces.uri(), traces.author()));
            traces.bytes().ifPresent(digest -> keys.add(new Key(KeyType.BYTES, digest.hex())));
            traces.text().ifPresent(digest -> keys.add(new Key(KeyType.TEXT, digest.hex())));
            long[] samples = traces.samples()
                    .map(list -> list.stream().mapToLong(Long::longValue).toArray())
                    .orElse(UNKNOWN);
            for (Reserved match : matcher.find(keys, samples)) {
                bind(copy.survivor(), match, copy.member());
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
            List<Reserved> matches = matcher.find(document.text(), document.provenance(), text, document.metadata());
            DuplicateRow.Survivor self =
                    new DuplicateRow.Survivor(row.id(), row.origin().sourceId());
            Optional<Binding> own = matches.stream()
                    .map(match -> Binding.of(match, reservations, row.id()))
                    .min(Binding.STRONGEST_FIRST);
            Optional<Binding> any = own.or(() -> Optional.ofNullable(byCopies.get(self)));
            if (any.isEmpty()) {
                return;
            }
            bound.add(new Withheld(row.id(), row.origin(), row.clusterSize(), any.get()));
            List<Reserved> ofText = matches.stream()
                    .filter(match -> OF_TEXT.contains(match.by()))
                    .toList();
            if (row.clusterSize() > 1 && !ofText.isEmpty()) {
                byText.put(self, ofText);
            }
        }
    }

    /** What is found by the text of a survivor is found on its exact copies too: the ledger names the smallest member. */
    private void addExactCopies(Path release) throws IOException {
        if (byText.isEmpty()) {
            return;
        }
        try (RowStream<DuplicateRow> copies = ReleaseReader.open(release).duplicates()) {
            for (Optional<DuplicateRow> next = copies.next(); next.isPresent(); next = copies.next()) {
                DuplicateRow copy = next.get();
                if (copy.match().kind() == DuplicateRow.Kind.EXACT) {
                    byText.getOrDefault(copy.survivor(), List.of())
                            .forEach(match -> bind(copy.survivor(), match, copy.member()));
                }
            }
        }
    }
}
