package fr.corpus.dedup;

import java.util.Arrays;
import java.util.List;

/** All units in order, and the numbering of documents across them: base of the unit plus row. Immutable; thread-safe. */
final class UnitTable {

    private final UnitKeys[] units;
    private final int[] bases;

    /**
     * Numbers the documents of these units.
     *
     * @throws IllegalArgumentException if there are 2^31 or more
     */
    UnitTable(List<UnitKeys> inOrder) {
        units = inOrder.toArray(new UnitKeys[0]);
        bases = new int[units.length + 1];
        for (int i = 0; i < units.length; i++) {
            long next = (long) bases[i] + units[i].rows();
            if (next > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("a duplicate index holds fewer than 2^31 documents");
            }
            bases[i + 1] = (int) next;
        }
    }

    int units() {
        return units.length;
    }

    int documents() {
        return bases[units.length];
    }

    /** Number of the unit's first document. */
    int base(int unit) {
        return bases[unit];
    }

    UnitKeys unit(int unit) {
        return units[unit];
    }

    /** The unit of a document. */
    int unitOf(int document) {
        int at = Arrays.binarySearch(bases, document);
        if (at < 0) {
            return -at - 2;
        }
        int unit = at;
        while (bases[unit + 1] == document) {
            unit++;
        }
        return unit;
    }

    boolean isSigned(int document) {
        int unit = unitOf(document);
        return units[unit].isSigned(document - bases[unit]);
    }

    long exactTail(long first, int document) {
        int unit = unitOf(document);
        return units[unit].exactTail(first, document - bases[unit]);
    }

    /** Negative when {@code a} rather than {@code b} survives. Total: ranks that are equal in all bytes fall back on numbers. */
    int compareRanks(int a, int b) {
        int unitA = unitOf(a);
        int unitB = unitOf(b);
        int order = UnitKeys.compareRanks(units[unitA], a - bases[unitA], units[unitB], b - bases[unitB]);
        return order != 0 ? order : Integer.compare(a, b);
    }
}
