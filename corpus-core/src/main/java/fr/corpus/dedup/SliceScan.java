package fr.corpus.dedup;

import java.io.IOException;
import java.util.function.IntPredicate;

/**
 * Goes through the keys of a band in slices of the key space that fit a buffer, and shows the documents that share a key.
 *
 * <p>Keys are uniform hashes, so slices by leading bits are even, and as every unit's run is sorted a slice is found in it by
 * binary search: no merge, no open files, and each slice is a task of its own.
 */
final class SliceScan {

    /** Aimed-at entries per slice: with its sorting space 24 bytes each. */
    private static final int SLICE_ENTRIES = 1 << 19;

    private final UnitTable table;
    private final int firstBand;
    private final int bands;
    private final int sliceBits;

    /** A scan of consecutive bands. */
    SliceScan(UnitTable table, int firstBand, int bands) {
        this(table, firstBand, bands, SLICE_ENTRIES);
    }

    /** A scan in slices of about this many entries or fewer. */
    SliceScan(UnitTable table, int firstBand, int bands, int sliceEntries) {
        this.table = table;
        this.firstBand = firstBand;
        this.bands = bands;
        long entries = 0;
        for (int unit = 0; unit < table.units() && bands > 0; unit++) {
            entries += table.unit(unit).entries(firstBand);
        }
        int bits = 0;
        while (entries >> bits > sliceEntries) {
            bits++;
        }
        this.sliceBits = bits;
    }

    /** Documents that share a key. */
    interface Bucket {
        /**
         * Called for each key that two or more documents have.
         *
         * @param documents the array that holds them, in ascending order
         * @param from place of the first
         * @param to place after the last
         */
        void accept(long key, KeySorter documents, int from, int to) throws IOException;
    }

    /** Number of independent tasks. */
    int tasks() {
        return bands << sliceBits;
    }

    /** Does one task: shows the buckets of one slice of one band, leaving out documents that are not wanted. */
    void run(int task, KeySorter sorter, IntPredicate wanted, Bucket out) throws IOException {
        int band = firstBand + (task >>> sliceBits);
        long slice = task & (1L << sliceBits) - 1;
        sorter.clear();
        for (int unit = 0; unit < table.units(); unit++) {
            table.unit(unit).addSlice(band, slice, Long.SIZE - sliceBits, table.base(unit), (key, document) -> {
                if (wanted.test(document)) {
                    sorter.add(key, document);
                }
            });
        }
        sorter.sort();
        for (int from = 0; from < sorter.size(); ) {
            int to = sorter.endOfRun(from);
            if (to - from > 1) {
                out.accept(sorter.key(from), sorter, from, to);
            }
            from = to;
        }
    }
}
