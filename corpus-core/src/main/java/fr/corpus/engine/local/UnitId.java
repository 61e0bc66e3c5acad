package fr.corpus.engine.local;

import java.util.Locale;

/**
 * Names a unit: its shard and its number in the shard, both from 0. Immutable; ordered as in the plan.
 */
record UnitId(int shard, int ordinal) implements Comparable<UnitId> {

    /** The stem of the unit's files. */
    String stem() {
        return String.format(Locale.ROOT, "%06d-%06d", shard, ordinal);
    }

    @Override
    public int compareTo(UnitId other) {
        int byShard = Integer.compare(shard, other.shard);
        return byShard != 0 ? byShard : Integer.compare(ordinal, other.ordinal);
    }
}
