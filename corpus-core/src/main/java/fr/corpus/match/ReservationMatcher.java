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
import java.util.TreeMap;

/**
 * Finds the reservations that documents fall under. Confined to one thread; many may share an index.
 *
 * <p>Exact keys decide by themselves. A work is found when at least {@value #LEAST_HITS} samples of the document that stand
 * within {@value #WINDOW} samples of each other belong to it, and stand within {@value #SPREAD} samples of each other in it; of
 * a work with fewer samples than that, at least two and half of all. Texts shorter still have their exact text only.
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
     * The reservations that a document falls under, each once, by the key that decides most plainly; sorted by number.
     *
     * @param keys its exact keys, see {@link DocumentKeys}
     * @param tokens its tokens, cut by the French tokenizer
     */
    public List<Reserved> match(List<Key> keys, TokenizedText tokens) {
        if (index.works() == 0) {
            return match(keys, samples.hashes(), 0);
        }
        int n = samples.of(tokens);
        return match(keys, samples.hashes(), n);
    }

    /**
     * The same for a document of which the samples are known and not the text.
     *
     * @param hashes its samples in the order of its text
     * @param n how many there are
     */
    public List<Reserved> match(List<Key> keys, long[] hashes, int n) {
        Map<Integer, Reserved> found = new TreeMap<>();
        for (Key key : keys) {
            if (index.screen().mayHold(key)) {
                index.exact()
                        .find(
                                key.digest(),
                                reservation -> found.merge(
                                        reservation,
                                        new Reserved(reservation, key.type(), 1),
                                        (a, b) -> a.by().compareTo(b.by()) <= 0 ? a : b));
            }
        }
        if (index.hasPatterns()) {
            matchPatterns(keys, found);
        }
        if (index.works() > 0) {
            matchWorks(hashes, n, found);
        }
        return List.copyOf(found.values());
    }

    private void matchPatterns(List<Key> keys, Map<Integer, Reserved> found) {
        for (Key key : keys) {
            if (key.type() == KeyType.URL) {
                int path = key.value().indexOf('/');
                WebAddress address = new WebAddress(
                        key.value().substring(0, path), key.value().substring(path));
                index.findPatterns(
                        address,
                        reservation -> found.putIfAbsent(reservation, new Reserved(reservation, KeyType.PREFIX, 1)));
            }
        }
    }

    private void matchWorks(long[] hashes, int n, Map<Integer, Reserved> found) {
        List<Hit> hits = hits(hashes, n);
        if (hits.size() < 2) {
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
            List<Hit> ofWork = hits.subList(from, to);
            if (isQuoted(ofWork, index.sizeOf(work))) {
                int reservation = index.reservationOf(work);
                Reserved reserved = new Reserved(reservation, KeyType.SAMPLE, share(ofWork, n));
                found.merge(reservation, reserved, (a, b) -> a.similarity() >= b.similarity() ? a : b);
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

    private static double share(List<Hit> hits, int samples) {
        long distinct = hits.stream().mapToInt(Hit::documentAt).distinct().count();
        return (double) distinct / samples;
    }

    /** Hits of one work, sorted by place in the document. */
    private static boolean isQuoted(List<Hit> hits, int workSize) {
        return Quotation.isIn(
                hits.stream()
                        .map(hit -> new Quotation.Hit(hit.documentAt(), hit.workAt()))
                        .toList(),
                workSize);
    }
}
