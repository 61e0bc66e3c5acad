package fr.corpus.impact;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.DocumentMatcher;
import fr.corpus.match.RegistryReservations;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.optout.RegistrySnapshot;
import fr.corpus.optout.Selector;
import fr.corpus.optout.WorkFingerprint;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.ReleaseReader;
import fr.corpus.release.ReleaseRow;
import fr.corpus.release.RowStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which documents of a release reservations would withhold. Immutable. Reads the whole release once; matches by the rule of builds,
 * on the released text and on what is known of the copies that were left out in its favour.
 *
 * @param documents of the release
 * @param matched documents that one reservation or more would withhold
 * @param copiesWithoutCode near copies of which the Text-Code is not known, though something is reserved by codes
 * @param reaches what each reservation would withhold, the broadest first, those of nothing left out
 */
public record ReleaseImpact(long documents, long matched, long copiesWithoutCode, List<Reach> reaches) {

    /** Most examples of one reservation. */
    public static final int MAX_EXAMPLES = 10;

    public ReleaseImpact {
        reaches = List.copyOf(reaches);
    }

    /**
     * What one reservation would withhold. Immutable.
     *
     * @param reservation its id in the registry; empty for selectors that are not registered
     * @param documents how many
     * @param free how many of them nobody can reserve
     * @param byKind how many by the kind of key that decides
     * @param examples the first of them in the order of the release
     */
    public record Reach(
            Optional<String> reservation,
            long documents,
            FreeWorks free,
            Map<KeyType, Long> byKind,
            List<Example> examples) {
        public Reach {
            byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
            examples = List.copyOf(examples);
        }
    }

    /**
     * A document. Immutable.
     *
     * @param id its id
     * @param source the source that it came from
     * @param uri its address, empty if unknown
     * @param by the kind of key that decides
     * @param member the document on which it was found: itself, or a copy that was left out in its favour
     */
    public record Example(DocumentId id, String source, Optional<String> uri, KeyType by, DocumentId member) {

        /** Whether the document is bound by a copy. */
        public boolean isByCopy() {
            return !member.equals(id);
        }
    }

    /**
     * The impact of selectors, together, as one reservation would have it.
     *
     * @param year in which one asks, for terms of protection
     * @throws IOException if the release cannot be read
     */
    public static ReleaseImpact of(ReleaseReader release, List<Selector> selectors, int year) throws IOException {
        ReservationIndex.Builder index = new ReservationIndex.Builder(selectors.size());
        selectors.forEach(selector -> add(selector, index));
        return scan(release, new Scan(index.build(), 1, year), List.of(Optional.empty()));
    }

    /**
     * The impact of every active reservation of a registry that keeps works out of corpora.
     *
     * @param year in which one asks, for terms of protection
     * @throws IOException if registry or release cannot be read
     */
    public static ReleaseImpact of(ReleaseReader release, RegistrySnapshot registry, int year) throws IOException {
        Reservations reservations = RegistryReservations.load(registry);
        List<Optional<String>> names = new ArrayList<>();
        reservations.entries().forEach(entry -> names.add(Optional.of(entry.id())));
        return scan(release, new Scan(reservations.index(), names.size(), year), names);
    }

    private static void add(Selector selector, ReservationIndex.Builder index) {
        if (selector instanceof Selector.Exact exact && exact.key().type() == KeyType.ISCC) {
            index.addTextCode(HexFormat.of().parseHex(exact.key().value()), 0);
        } else if (selector instanceof Selector.Exact exact) {
            index.addKey(exact.key(), 0);
        } else if (selector instanceof Selector.Pattern pattern) {
            index.addPattern(pattern.pattern(), 0);
        } else if (selector instanceof Selector.Work work) {
            WorkFingerprint print = work.fingerprint();
            index.addKey(new Key(KeyType.TEXT, print.text().hex()), 0);
            print.bytes().map(Digest::hex).ifPresent(hex -> index.addKey(new Key(KeyType.BYTES, hex), 0));
            index.addWork(print.samples(), print.iscc(), 0);
        }
    }

    private static ReleaseImpact scan(ReleaseReader release, Scan scan, List<Optional<String>> names)
            throws IOException {
        try (RowStream<DuplicateRow> copies = release.duplicates()) {
            for (Optional<DuplicateRow> copy = copies.next(); copy.isPresent(); copy = copies.next()) {
                scan.take(copy.get());
            }
        }
        try (RowStream<ReleaseRow> rows = release.texts()) {
            for (Optional<ReleaseRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                scan.take(row.get());
            }
        }
        List<Reach> reaches = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (scan.counts[i] > 0) {
                reaches.add(
                        new Reach(names.get(i), scan.counts[i], scan.free[i], scan.kinds.get(i), scan.examples.get(i)));
            }
        }
        // Stable: of equal breadth, the one declared first comes first.
        reaches.sort(Comparator.comparingLong(Reach::documents).reversed());
        return new ReleaseImpact(scan.documents, scan.matched, scan.copiesWithoutCode, reaches);
    }

    /** One pass over a release: its copies, then its documents. Confined to one thread. */
    private static final class Scan {
        private final DocumentMatcher matcher;
        private final long[] counts;
        private final FreeWorks[] free;
        private final FreeWorks.Judge judge;
        private final List<EnumMap<KeyType, Long>> kinds = new ArrayList<>();
        private final List<List<Example>> examples = new ArrayList<>();
        private final Map<DuplicateRow.Survivor, SortedMap<Integer, Bound>> byCopies = new HashMap<>();
        private long documents;
        private long matched;
        private long copiesWithoutCode;

        /** By what a reservation binds a document, and on which member of its cluster that was found. */
        private record Bound(KeyType by, DocumentId member) {
            static final Comparator<Bound> PLAINEST_FIRST =
                    Comparator.comparing(Bound::by).thenComparing(Bound::member);

            static Bound plainer(Bound a, Bound b) {
                return PLAINEST_FIRST.compare(a, b) <= 0 ? a : b;
            }
        }

        Scan(ReservationIndex index, int reservations, int year) {
            judge = new FreeWorks.Judge(year);
            free = new FreeWorks[reservations];
            Arrays.fill(free, FreeWorks.NONE);
            matcher = new DocumentMatcher(index);
            counts = new long[reservations];
            for (int i = 0; i < reservations; i++) {
                kinds.add(new EnumMap<>(KeyType.class));
                examples.add(new ArrayList<>());
            }
        }

        void take(DuplicateRow copy) {
            copiesWithoutCode += matcher.lacksCode(copy.traces()) ? 1 : 0;
            for (Reserved match : matcher.find(copy.origin().sourceId(), copy.traces())) {
                byCopies.computeIfAbsent(copy.survivor(), survivor -> new TreeMap<>())
                        .merge(match.reservation(), new Bound(match.by(), copy.member()), Bound::plainer);
            }
        }

        void take(ReleaseRow row) {
            String text = row.document().text();
            List<Reserved> own = matcher.find(
                    text,
                    row.document().provenance(),
                    CanonicalText.digest(text),
                    row.document().metadata());
            SortedMap<Integer, Bound> found = new TreeMap<>();
            own.forEach(match -> found.merge(match.reservation(), new Bound(match.by(), row.id()), Bound::plainer));
            // What a document has itself is said of it, if a copy has it too.
            byCopies.getOrDefault(
                            new DuplicateRow.Survivor(row.id(), row.origin().sourceId()), new TreeMap<>())
                    .forEach(found::putIfAbsent);
            documents++;
            matched += found.isEmpty() ? 0 : 1;
            found.forEach((reservation, bound) -> count(reservation, bound, row));
        }

        private void count(int reservation, Bound bound, ReleaseRow row) {
            counts[reservation]++;
            free[reservation] = judge.add(free[reservation], row);
            kinds.get(reservation).merge(bound.by(), 1L, Long::sum);
            if (examples.get(reservation).size() < MAX_EXAMPLES) {
                examples.get(reservation)
                        .add(new Example(
                                row.id(),
                                row.document().provenance().source(),
                                row.document().metadata().uri(),
                                bound.by(),
                                bound.member()));
            }
        }
    }
}
