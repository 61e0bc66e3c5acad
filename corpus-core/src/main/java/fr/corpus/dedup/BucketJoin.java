package fr.corpus.dedup;

import java.io.IOException;

/**
 * Compares the documents that share a band key and joins those that are alike. Confined to one thread.
 *
 * <p>Up to {@link #ALL_PAIRS} documents are all compared with each other. More, as boilerplate makes them, would take a time
 * that grows with their square. There the document of best rank is a leader: all others are compared with it, and those that
 * join it need no further comparison; then the best of the rest, up to {@link #LEADERS} times. What is left is cut into finer
 * buckets by {@link #TREES} independent keys, and those again down to {@link #DEPTH} levels (Bawa, Condie, Ganesan, <i>LSH
 * Forest</i>, WWW 2005). So the work is linear in the number of documents. Which pairs are compared depends on the documents,
 * not on their numbers; pairs already joined are skipped, which changes no cluster.
 */
final class BucketJoin implements SliceScan.Bucket {

    static final int ALL_PAIRS = 48;
    static final int LEADERS = 16;
    static final int FINER_LEADERS = 4;
    static final int TREES = 4;
    static final int DEPTH = 6;

    private final UnitTable table;
    private final DisjointSets sets;
    private final PairComparison comparison;
    private final double least;
    private long comparisons;

    /** Joins pairs of at least this similarity. */
    BucketJoin(UnitTable table, DisjointSets sets, ShingleStore store, double least) {
        this.table = table;
        this.sets = sets;
        this.comparison = new PairComparison(store);
        this.least = least;
    }

    @Override
    public void accept(long key, KeySorter documents, int from, int to) throws IOException {
        join(documents.values(from, to), 0, 0);
    }

    /** Pairs compared so far. */
    long comparisons() {
        return comparisons;
    }

    private void join(int[] members, int depth, int tree) throws IOException {
        if (members.length <= ALL_PAIRS) {
            joinAllPairs(members);
            return;
        }
        int left = joinLeaders(members, depth == 0 ? LEADERS : FINER_LEADERS);
        if (depth < DEPTH && left > 1) {
            for (int branch = 0; branch < (depth == 0 ? TREES : 1); branch++) {
                split(members, left, depth, depth == 0 ? branch : tree);
            }
        }
    }

    private void joinAllPairs(int[] members) throws IOException {
        for (int i = 0; i < members.length; i++) {
            boolean held = false;
            for (int j = i + 1; j < members.length; j++) {
                if (sets.find(members[i]) != sets.find(members[j])) {
                    if (!held) {
                        comparison.hold(members[i]);
                        held = true;
                    }
                    joinIfAlike(members[i], members[j]);
                }
            }
        }
    }

    /** Joins leaders and their like; those left are moved to the front of the array, and it is answered how many. */
    private int joinLeaders(int[] members, int leaders) throws IOException {
        int left = members.length;
        for (int round = 0; round < leaders && left > 1; round++) {
            int leader = members[0];
            for (int i = 1; i < left; i++) {
                leader = table.compareRanks(members[i], leader) < 0 ? members[i] : leader;
            }
            comparison.hold(leader);
            int others = 0;
            for (int i = 0; i < left; i++) {
                if (members[i] != leader && !joinIfAlike(leader, members[i])) {
                    members[others++] = members[i];
                }
            }
            left = others;
        }
        return left;
    }

    private boolean joinIfAlike(int held, int other) throws IOException {
        comparisons++;
        boolean alike = comparison.reaches(least, other);
        if (alike) {
            sets.union(held, other);
        }
        return alike;
    }

    private void split(int[] members, int count, int depth, int tree) throws IOException {
        KeySorter finer = new KeySorter(count);
        for (int i = 0; i < count; i++) {
            finer.add(comparison.finerKey(members[i], tree * DEPTH + depth), members[i]);
        }
        finer.sort();
        for (int from = 0; from < count; ) {
            int to = finer.endOfRun(from);
            if (to - from > 1) {
                join(finer.values(from, to), depth + 1, tree);
            }
            from = to;
        }
    }
}
