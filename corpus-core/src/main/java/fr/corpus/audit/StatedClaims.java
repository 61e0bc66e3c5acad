package fr.corpus.audit;

import fr.corpus.error.UserMessage;
import fr.corpus.identifier.KeyType;
import fr.corpus.match.BroadChoice;
import fr.corpus.match.ClaimBreadth;
import fr.corpus.match.Quotation;
import fr.corpus.match.ReservationIndex;
import fr.corpus.match.Reservations;
import fr.corpus.match.Reserved;
import fr.corpus.release.BroadClaims;
import fr.corpus.release.Counts;
import fr.corpus.release.DuplicateRow;
import fr.corpus.release.Finding;
import fr.corpus.release.Manifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The selectors that a release says it set aside as too broad, and the samples of works that it says are passages of everybody, held
 * against the registry and the rows: only those of claims that nobody had verified may be, and only when they take, or stand in, too
 * many documents, as far as released and withheld ones can tell. Thread-safe.
 */
final class StatedClaims {

    private static final String MANIFEST = "manifest.json";

    private final Optional<BroadClaims> stated;
    private final Counts counts;
    private final ReservationIndex index;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<String, Integer> unverified;
    private final ClaimBreadth breadth;
    private final Map<Integer, LongAdder> seen = new ConcurrentHashMap<>();

    /** Of each work, in how many released documents the samples stand that do not count, by place. */
    private final Map<Integer, Map<Integer, LongAdder>> passages = new ConcurrentHashMap<>();

    private final Map<DuplicateRow.Survivor, Set<Integer>> byCopies = new ConcurrentHashMap<>();

    StatedClaims(Manifest manifest, Reservations reservations) {
        this.stated = manifest.identity()
                .broadClaims()
                .filter(claims -> !claims.choice().equals(BroadChoice.WITHHOLD.word()));
        this.counts = manifest.statistics().counts();
        this.index = reservations.index();
        this.unverified = stated.isPresent() ? unverified(reservations) : new TreeMap<>();
        this.breadth = ClaimBreadth.stated(
                reservations,
                stated.map(this::broad).orElse(List.of()),
                stated.map(BroadClaims::documents).orElse(0L));
    }

    private void add(String key, Object... arguments) {
        findings.add(new Finding(MANIFEST, 0, UserMessage.of(key, arguments)));
    }

    private List<ClaimBreadth.Broad> broad(BroadClaims claims) {
        long most = counts.released() + counts.withheld();
        if (!claims.rule().equals(ClaimBreadth.RULE)) {
            add("audit.breadth-rule", claims.rule(), ClaimBreadth.RULE);
            return List.of();
        }
        if (claims.documents() < counts.released() || claims.documents() > most) {
            add("audit.breadth-documents", claims.documents(), counts.released(), most);
            return List.of();
        }
        List<ClaimBreadth.Broad> broad = new ArrayList<>();
        for (BroadClaims.Selector claim : claims.selectors()) {
            Integer selector = unverified.get(name(claim));
            if (selector == null) {
                add("audit.breadth-verified", claim.reservation(), claim.kind(), claim.place());
                continue;
            }
            int samples = index.workSize(selector);
            Optional<Integer> none =
                    claim.passages().stream().filter(at -> at >= samples).findFirst();
            if (none.isPresent()) {
                findings.add(passage(claim, none.get(), 0));
            } else {
                Map<Integer, LongAdder> places = new TreeMap<>();
                claim.passages().forEach(at -> places.put(at, new LongAdder()));
                passages.put(selector, places);
                broad.add(new ClaimBreadth.Broad(selector, claim.documents(), claim.isBroad(), claim.passages()));
                if (claim.isBroad()) {
                    seen.put(selector, new LongAdder());
                }
            }
        }
        return broad;
    }

    /** The selectors that may be set aside, by reservation, kind and place. */
    private static SortedMap<String, Integer> unverified(Reservations reservations) {
        ReservationIndex index = reservations.index();
        SortedMap<String, Integer> selectors = new TreeMap<>();
        int[] places = new int[KeyType.values().length];
        int last = -1;
        for (int selector = 0; selector < index.selectors(); selector++) {
            int reservation = index.reservationOf(selector);
            if (reservation != last) {
                Arrays.fill(places, 0);
                last = reservation;
            }
            KeyType type = index.typeOf(selector);
            int place = ++places[type.ordinal()];
            if (index.isUnverified(reservation)) {
                selectors.put(name(reservations.entries().get(reservation).id(), type.word(), place), selector);
            }
        }
        return selectors;
    }

    private static String name(BroadClaims.Selector claim) {
        return name(claim.reservation(), claim.kind(), claim.place());
    }

    private static String name(String reservation, String kind, int place) {
        return reservation + " " + kind + " " + place;
    }

    /** The matches on a copy that are heeded. */
    List<Reserved> ofCopy(DuplicateRow.Survivor survivor, List<Reserved> matches) {
        for (Reserved match : matches) {
            if (seen.containsKey(match.selector())) {
                byCopies.computeIfAbsent(survivor, each -> ConcurrentHashMap.newKeySet())
                        .add(match.selector());
            }
        }
        return heeded(matches);
    }

    /** The matches on a released document that are heeded; all copies are known by then. */
    List<Reserved> ofReleased(DuplicateRow.Survivor self, List<Reserved> matches) {
        Set<Integer> selectors = new HashSet<>(byCopies.getOrDefault(self, Set.of()));
        matches.stream().map(Reserved::selector).filter(seen::containsKey).forEach(selectors::add);
        selectors.forEach(selector -> seen.get(selector).increment());
        matches.forEach(this::countPassages);
        return heeded(matches);
    }

    private void countPassages(Reserved match) {
        Map<Integer, LongAdder> places = passages.getOrDefault(match.selector(), Map.of());
        match.hits().stream()
                .map(Quotation.Hit::workAt)
                .distinct()
                .filter(places::containsKey)
                .forEach(at -> places.get(at).increment());
    }

    private List<Reserved> heeded(List<Reserved> matches) {
        return matches.stream().flatMap(match -> breadth.heeded(match).stream()).toList();
    }

    /** What is wrong, once all rows are read. */
    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        for (BroadClaims.Selector claim : stated.map(BroadClaims::selectors).orElse(List.of())) {
            Integer selector = unverified.get(name(claim));
            if (selector == null) {
                continue;
            }
            rarePassage(claim, passages.getOrDefault(selector, Map.of())).ifPresent(all::add);
            if (seen.containsKey(selector)) {
                long most = most(seen.get(selector));
                if (claim.documents() > most || !ClaimBreadth.isBroad(most, breadth.documents())) {
                    all.add(new Finding(
                            MANIFEST,
                            0,
                            UserMessage.of(
                                    "audit.breadth-few",
                                    claim.reservation(),
                                    claim.kind(),
                                    claim.place(),
                                    claim.documents(),
                                    most)));
                }
            }
        }
        return all;
    }

    /** The first sample that was left out and cannot stand in so many documents. */
    private Optional<Finding> rarePassage(BroadClaims.Selector claim, Map<Integer, LongAdder> places) {
        return places.entrySet().stream()
                .filter(place -> !ClaimBreadth.isPassage(most(place.getValue()), breadth.documents()))
                .findFirst()
                .map(place -> passage(claim, place.getKey(), most(place.getValue())));
    }

    private long most(LongAdder released) {
        return released.sum() + counts.withheld();
    }

    private static Finding passage(BroadClaims.Selector claim, int at, long most) {
        return new Finding(
                MANIFEST,
                0,
                UserMessage.of("audit.breadth-passage", claim.reservation(), claim.kind(), claim.place(), at, most));
    }
}
