package fr.corpus.match;

import fr.corpus.fingerprint.Samples;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.identifier.WebAddress;
import fr.corpus.text.TokenizedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the reservations that documents fall under. Confined to one thread; many may share an index.
 *
 * <p>Exact keys decide by themselves. A work is found when at least {@value #LEAST_HITS} samples of the document that stand
 * within {@value #WINDOW} samples of each other belong to it, and stand within {@value #SPREAD} samples of each other in it; of
 * a work with fewer samples than that, at least two and half of all. A work of at most {@value
 * ReservationIndex#MOST_NEAR_SAMPLES} samples is found too when a document has one of them and a Text-Code within {@value
 * CodeTable#MAX_DISTANCE} of 256 bits of the work’s; one that has too few samples, when a document of at most {@value
 * NearText#LONGEST_SHORT} UTF-16 units has such a code; a code that stands alone, when any has. Documents of fewer than {@value
 * NearText#LEAST_CODE_POINTS} letters, digits and signs are not compared by codes.
 */
public final class ReservationMatcher {

    /** Samples in common that make a quotation. */
    public static final int LEAST_HITS = Quotation.LEAST_HITS;

    /** Samples of the document within which they must stand. */
    public static final int WINDOW = Quotation.WINDOW;

    /** Samples of the work within which they must stand. */
    public static final int SPREAD = Quotation.SPREAD;

    private final ReservationIndex index;
    private final Samples samples = new Samples();

    /** A sample of the document that belongs to a work. */
    private record Hit(int work, int documentAt, int workAt) {}

    /** A matcher on an index. */
    public ReservationMatcher(ReservationIndex index) {
        this.index = index;
    }

    /**
     * The reservations that a document falls under, sorted by number: each once, by the key that decides most plainly, but those
     * that nobody has verified once for each selector.
     *
     * @param keys its exact keys, see {@link DocumentKeys}
     * @param tokens its tokens, cut by the French tokenizer
     */
    public List<Reserved> match(List<Key> keys, TokenizedText tokens) {
        return match(keys, tokens, Optional.empty());
    }

    /** The same, by its Text-Code too. */
    List<Reserved> match(List<Key> keys, TokenizedText tokens, Optional<NearText> near) {
        int n = index.works() == 0 ? 0 : samples.of(tokens);
        return match(keys, samples.hashes(), n, near);
    }

    /**
     * The same for a document of which the samples are known and not the text.
     *
     * @param hashes its samples in the order of its text
     * @param n how many there are
     */
    List<Reserved> match(List<Key> keys, long[] hashes, int n, Optional<NearText> near) {
        Map<Long, Reserved> found = new TreeMap<>();
        for (Key key : keys) {
            if (index.screen().mayHold(key)) {
                index.exact().find(key.digest(), selector -> add(selector, key.type(), found));
            }
        }
        if (index.hasPatterns()) {
            matchPatterns(keys, found);
        }
        if (index.works() > 0) {
            matchWorks(hashes, n, near, found);
        }
        near.ifPresent(text -> matchCodes(text, found));
        return List.copyOf(found.values());
    }

    private void add(int selector, KeyType by, Map<Long, Reserved> found) {
        add(new Reserved(index.reservationOf(selector), selector, by, 1), found);
    }

    /** Keeps the plainer of two keys of a reservation, of two works the more similar. */
    private void add(Reserved match, Map<Long, Reserved> found) {
        long reservation = (long) match.reservation() << Integer.SIZE;
        boolean each = index.isUnverified(match.reservation());
        found.merge(each ? reservation | match.selector() : reservation, match, Reserved::plainer);
    }

    private void matchPatterns(List<Key> keys, Map<Long, Reserved> found) {
        for (Key key : keys) {
            if (key.type() == KeyType.URL) {
                int path = key.value().indexOf('/');
                WebAddress address = new WebAddress(
                        key.value().substring(0, path), key.value().substring(path));
                index.findPatterns(address, selector -> add(selector, KeyType.PREFIX, found));
            }
        }
    }

    private void matchCodes(NearText text, Map<Long, Reserved> found) {
        boolean alone = index.codes().size() > 0;
        boolean tooShort = index.shortCodes().size() > 0 && text.isShort();
        if (alone || tooShort) {
            text.words().ifPresent(code -> {
                index.codes().find(code, (selector, distance) -> addNear(selector, distance, found));
                if (tooShort) {
                    index.shortCodes().find(code, (selector, distance) -> addNear(selector, distance, found));
                }
            });
        }
    }

    private void addNear(int selector, int distance, Map<Long, Reserved> found) {
        add(new Reserved(index.reservationOf(selector), selector, KeyType.ISCC, CodeTable.similarity(distance)), found);
    }

    /** A short work of which the document has a sample, by its code. */
    private void matchNear(int work, NearText text, Map<Long, Reserved> found) {
        Optional<ReservationIndex.Near> near = index.near(work);
        if (near.isPresent()) {
            text.words().ifPresent(code -> {
                int distance = CodeTable.distance(code, near.get().code());
                if (distance <= CodeTable.MAX_DISTANCE) {
                    addNear(near.get().selector(), distance, found);
                }
            });
        }
    }

    private void matchWorks(long[] hashes, int n, Optional<NearText> near, Map<Long, Reserved> found) {
        List<Hit> hits = hits(hashes, n);
        if (hits.isEmpty()) {
            return;
        }
        hits.sort(Comparator.comparingInt(Hit::work)
                .thenComparingInt(Hit::documentAt)
                .thenComparingInt(Hit::workAt));
        int from = 0;
        while (from < hits.size()) {
            int work = hits.get(from).work();
            int to = from;
            while (to < hits.size() && hits.get(to).work() == work) {
                to++;
            }
            List<Quotation.Hit> ofWork = hits.subList(from, to).stream()
                    .map(hit -> new Quotation.Hit(hit.documentAt(), hit.workAt()))
                    .toList();
            if (Quotation.isIn(ofWork, index.sizeOf(work))) {
                int selector = index.selectorOf(work);
                int reservation = index.reservationOf(selector);
                add(
                        new Reserved(
                                reservation,
                                selector,
                                KeyType.SAMPLE,
                                share(ofWork, n),
                                index.isUnverified(reservation) ? ofWork : List.of()),
                        found);
            } else if (near.isPresent()) {
                matchNear(work, near.get(), found);
            }
            from = to;
        }
    }

    private List<Hit> hits(long[] hashes, int n) {
        List<Hit> hits = new ArrayList<>();
        SampleTable table = index.samples();
        for (int i = 0; i < n; i++) {
            long hash = hashes[i];
            // No cap on works that share a sample: whoever reserves a work many times must not free it.
            int entry = table.find(hash);
            while (entry >= 0 && table.has(entry, hash)) {
                hits.add(new Hit(table.work(entry), i, table.position(entry)));
                entry++;
            }
        }
        return hits;
    }

    private static double share(List<Quotation.Hit> hits, int samples) {
        long distinct =
                hits.stream().mapToInt(Quotation.Hit::documentAt).distinct().count();
        return (double) distinct / samples;
    }
}
