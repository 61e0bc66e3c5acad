package fr.corpus.dedup;

import java.util.Arrays;

/** Points all documents of one canonical text to the best of them. Confined to one thread; writes only its own documents. */
final class ExactJoin implements SliceScan.Bucket {

    private final UnitTable table;
    private final int[] best;

    ExactJoin(UnitTable table, int[] best) {
        this.table = table;
        this.best = best;
    }

    @Override
    public void accept(long key, KeySorter documents, int from, int to) {
        int[] rest = new int[to - from];
        long[] tails = new long[rest.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = documents.value(from + i);
            tails[i] = table.exactTail(key, rest[i]);
        }
        while (rest.length > 1) {
            long tail = tails[0];
            int others = 0;
            int top = rest[0];
            int[] same = new int[rest.length];
            int size = 0;
            for (int i = 0; i < rest.length; i++) {
                if (tails[i] == tail) {
                    same[size++] = rest[i];
                    top = table.compareRanks(rest[i], top) < 0 ? rest[i] : top;
                } else {
                    rest[others] = rest[i];
                    tails[others++] = tails[i];
                }
            }
            for (int i = 0; i < size; i++) {
                best[same[i]] = top;
            }
            rest = Arrays.copyOf(rest, others);
        }
    }
}
