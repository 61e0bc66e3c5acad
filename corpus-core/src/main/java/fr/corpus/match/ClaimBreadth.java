package fr.corpus.match;

import fr.corpus.identifier.KeyType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which selectors of unverified claims are heeded in a corpus: a stranger's word may not take a corpus away (decision 0131). Immutable;
 * thread-safe.
 *
 * <p>Documents are counted once with all their copies. Two rules, on claims below tier 2 that no operator has accepted:
 *
 * <ol>
 *   <li>A sample of a work that stands in more than {@value #PASSAGE_DOCUMENTS} documents and in more than one in {@value
 *       #PASSAGE_ONE_IN}, or in more than {@value #PASSAGE_FEW} and in more than one in {@value #PASSAGE_FEW_ONE_IN}, is a passage of everybody and does
 *       not count. Whether a document quotes the work is judged by its other samples.
 *   <li>The selectors of a claim are taken in ascending order of the documents that they take. One that would bring what they take
 *       together to more than {@value #MAX_DOCUMENTS} documents and more than one in {@value #MAX_ONE_IN}, or to more than
 *       {@value #FEW} and more than half, is set aside.
 * </ol>
 */
public final class ClaimBreadth {

    /** Version of these rules. */
    public static final String RULE = "breadth@1";

    /** Documents that an unverified claim may take in a large corpus. */
    public static final long MAX_DOCUMENTS = 10_000;

    /** Share of a large corpus that it may take: one in so many. */
    public static final long MAX_ONE_IN = 100;

    /** Documents up to which an unverified claim may take all of a corpus. */
    public static final long FEW = 100;

    /** Documents in which a sample of a work always counts. */
    public static final long PASSAGE_FEW = 10;

    /** A sample that stands in more, and in more than one document in so many, does not count in a small corpus. */
    public static final long PASSAGE_FEW_ONE_IN = 10;

    /** Documents up to which a sample of a work always counts in a large corpus. */
    public static final long PASSAGE_DOCUMENTS = 100;

    /** A sample that stands in more, and in more than one document in so many, does not count. */
    public static final long PASSAGE_ONE_IN = 1_000;

    private final ReservationIndex index;
    private final boolean heedsAll;
    private final long documents;
    private final SortedMap<Integer, BitSet> passages;
    private final List<Broad> broad;
    private final BitSet aside;

    private ClaimBreadth(
            Reservations reservations,
            long documents,
            SortedMap<Integer, BitSet> passages,
            List<Broad> broad,
            BitSet aside) {
        this.index = reservations.index();
        this.heedsAll = reservations.broad() == BroadChoice.WITHHOLD;
        this.documents = documents;
        this.passages = passages;
        this.broad = List.copyOf(broad);
        this.aside = aside;
    }

    /**
     * A selector that is not heeded as it was claimed. Immutable.
     *
     * @param selector its number in the index
     * @param documents how many documents it takes, of a work without the passages of everybody
     * @param isBroad whether that is too many, so that it is set aside
     * @param passages places of the samples that do not count, from 0, ascending; of works only
     */
    public record Broad(int selector, long documents, boolean isBroad, List<Integer> passages) {
        public Broad {
            passages = List.copyOf(passages);
        }
    }

    /** Takes matches one by one. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One match.
         *
         * @param document number of the document, or of the document that was kept of its copies
         * @param isKept whether it was found on that document itself
         */
        void visit(int document, boolean isKept, Reserved match);
    }

    /** All matches of a corpus, which can be gone through several times. */
    @FunctionalInterface
    public interface Matches {
        /** Gives every match. */
        void visit(Visitor visitor) throws IOException;
    }

    /**
     * Weighs the claims of a corpus. Memory: four bytes for each document and unverified selector that takes it, and for each sample of
     * a work that takes one.
     *
     * @param documents how many there are in the corpus, each counted once with its copies
     */
    public static ClaimBreadth of(Reservations reservations, Matches matches, long documents) throws IOException {
        ReservationIndex index = reservations.index();
        if (!index.hasUnverified()) {
            return new ClaimBreadth(reservations, documents, new TreeMap<>(), List.of(), new BitSet());
        }
        SortedMap<Integer, BitSet> passages = passages(index, matches, documents);
        SortedMap<Integer, DocumentSet> taken = new TreeMap<>();
        matches.visit((document, isKept, match) -> {
            if (index.isUnverified(match.reservation()) && quotes(index, match, passages)) {
                taken.computeIfAbsent(match.selector(), selector -> new DocumentSet())
                        .add(document);
            }
        });
        BitSet aside = setAside(index, taken, documents);
        List<Broad> broad = new ArrayList<>();
        SortedSet<Integer> weighed = new TreeSet<>(passages.keySet());
        aside.stream().forEach(weighed::add);
        for (int selector : weighed) {
            BitSet common = passages.getOrDefault(selector, new BitSet());
            if (aside.get(selector) || !common.isEmpty()) {
                long count = taken.containsKey(selector) ? taken.get(selector).size() : 0;
                broad.add(new Broad(
                        selector,
                        count,
                        aside.get(selector),
                        common.stream().boxed().toList()));
            }
        }
        return new ClaimBreadth(reservations, documents, passages, broad, aside);
    }

    /** The breadth that a release states, whose other documents are not at hand. */
    public static ClaimBreadth stated(Reservations reservations, List<Broad> broad, long documents) {
        SortedMap<Integer, BitSet> passages = new TreeMap<>();
        BitSet aside = new BitSet();
        for (Broad each : broad) {
            BitSet common = new BitSet();
            each.passages().forEach(common::set);
            passages.put(each.selector(), common);
            aside.set(each.selector(), each.isBroad());
        }
        return new ClaimBreadth(reservations, documents, passages, broad, aside);
    }

    private static SortedMap<Integer, BitSet> passages(ReservationIndex index, Matches matches, long documents)
            throws IOException {
        SortedMap<Integer, int[]> frequencies = new TreeMap<>();
        matches.visit((document, isKept, match) -> {
            if (isKept && !match.hits().isEmpty()) {
                int[] frequency =
                        frequencies.computeIfAbsent(match.selector(), selector -> new int[index.workSize(selector)]);
                match.hits().stream().mapToInt(Quotation.Hit::workAt).distinct().forEach(at -> frequency[at]++);
            }
        });
        SortedMap<Integer, BitSet> passages = new TreeMap<>();
        frequencies.forEach((selector, frequency) -> {
            BitSet common = new BitSet();
            for (int i = 0; i < frequency.length; i++) {
                common.set(i, isPassage(frequency[i], documents));
            }
            passages.put(selector, common);
        });
        return passages;
    }

    /**
     * Whether a sample is a passage of everybody.
     *
     * @param frequency documents in which it stands
     * @param documents of the corpus
     */
    public static boolean isPassage(long frequency, long documents) {
        return frequency > PASSAGE_DOCUMENTS && frequency * PASSAGE_ONE_IN > documents
                || frequency > PASSAGE_FEW && frequency * PASSAGE_FEW_ONE_IN > documents;
    }

    /** Whether so many documents of a corpus are too many for an unverified claim. */
    public static boolean isBroad(long taken, long documents) {
        return taken > MAX_DOCUMENTS && taken * MAX_ONE_IN > documents || taken > FEW && taken * 2 > documents;
    }

    /** Whether a document falls under a selector without the passages of everybody. */
    private static boolean quotes(ReservationIndex index, Reserved match, SortedMap<Integer, BitSet> passages) {
        BitSet common = passages.getOrDefault(match.selector(), new BitSet());
        if (match.by() != KeyType.SAMPLE || common.isEmpty()) {
            return true;
        }
        List<Quotation.Hit> rest =
                match.hits().stream().filter(hit -> !common.get(hit.workAt())).toList();
        return Quotation.isIn(rest, index.workSize(match.selector()) - common.cardinality());
    }

    private static BitSet setAside(ReservationIndex index, SortedMap<Integer, DocumentSet> taken, long documents) {
        SortedMap<Integer, List<Integer>> byReservation = new TreeMap<>();
        taken.keySet()
                .forEach(selector -> byReservation
                        .computeIfAbsent(index.reservationOf(selector), reservation -> new ArrayList<>())
                        .add(selector));
        BitSet aside = new BitSet();
        for (List<Integer> selectors : byReservation.values()) {
            selectors.sort(Comparator.comparingInt(
                    (Integer selector) -> taken.get(selector).size()));
            int[] together = {};
            for (int selector : selectors) {
                int[] more = taken.get(selector).with(together);
                if (isBroad(more.length, documents)) {
                    aside.set(selector);
                } else {
                    together = more;
                }
            }
        }
        return aside;
    }

    /**
     * The match as it is heeded; empty if its selector is set aside, or only passages of everybody made it. With {@link
     * BroadChoice#WITHHOLD} every match is heeded.
     */
    public Optional<Reserved> heeded(Reserved match) {
        boolean heeded = heedsAll || !aside.get(match.selector()) && quotes(index, match, passages);
        return heeded ? Optional.of(match) : Optional.empty();
    }

    /** What is not heeded as it was claimed, by number. */
    public List<Broad> broad() {
        return broad;
    }

    /** How many documents the corpus has, each counted once with its copies. */
    public long documents() {
        return documents;
    }
}
