package fr.corpus.match;

import fr.corpus.fingerprint.Samples;
import fr.corpus.identifier.Key;
import fr.corpus.identifier.KeyType;
import fr.corpus.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
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
    public static final int LEAST_HITS = 4;

    /** Samples of the document within which they must stand. */
    public static final int WINDOW = 32;

    /** Samples of the work within which they must stand. */
    public static final int SPREAD = 48;

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
        if (index.works() > 0) {
            matchWorks(tokens, found);
        }
        return List.copyOf(found.values());
    }

    private void matchWorks(TokenizedText tokens, Map<Integer, Reserved> found) {
        int n = samples.of(tokens);
        List<Hit> hits = hits(n);
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

    private List<Hit> hits(int n) {
        List<Hit> hits = new ArrayList<>();
        SampleTable table = index.samples();
        for (int i = 0; i < n; i++) {
            long hash = samples.hashes()[i];
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

    /** Hits sorted by place in the document: whether enough stand together in both texts. */
    private static boolean isQuoted(List<Hit> hits, int workSize) {
        int needed = Math.min(LEAST_HITS, Math.max(2, (workSize + 1) / 2));
        for (int i = 0; i < hits.size(); i++) {
            Hit anchor = hits.get(i);
            int[] places = new int[needed];
            int count = 0;
            int lastAt = -1;
            for (int j = i; j < hits.size() && hits.get(j).documentAt() - anchor.documentAt() < WINDOW; j++) {
                Hit hit = hits.get(j);
                boolean near = Math.abs(hit.workAt() - anchor.workAt()) < SPREAD;
                if (near && hit.documentAt() != lastAt && isNew(places, count, hit.workAt())) {
                    places[count++] = hit.workAt();
                    lastAt = hit.documentAt();
                    if (count == needed) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** One phrase said four times is one hit: a place of the work counts once. */
    private static boolean isNew(int[] places, int count, int place) {
        return Arrays.stream(places, 0, count).noneMatch(known -> known == place);
    }
}
