package fr.corpus.dedup;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the documents that share a band key and joins those that are alike. Confined to one thread.
 *
 * <p>Up to {@link #ALL_PAIRS} documents are all compared with each other. Of more, each is compared, best rank first, with at
 * most {@link #LEADERS} leaders, the first documents that were like no leader before them; so the work is linear in the
 * number of documents. Which pairs are compared depends on the documents, not on their numbers; pairs already joined are
 * skipped, which changes no cluster.
 */
final class BucketJoin implements SliceScan.Bucket {

    static final int ALL_PAIRS = 48;
    static final int LEADERS = 16;

    private final UnitTable table;
    private final DisjointSets sets;
    private final PairComparison comparison;
    private final double least;

    /** Joins pairs of at least this similarity. */
    BucketJoin(UnitTable table, DisjointSets sets, ShingleStore store, double least) {
        this.table = table;
        this.sets = sets;
        this.comparison = new PairComparison(store);
        this.least = least;
    }

    @Override
    public void accept(long key, KeySorter documents, int from, int to) {
        int[] members = new int[to - from];
        for (int i = 0; i < members.length; i++) {
            members[i] = documents.value(from + i);
        }
        join(members);
    }

    void join(int[] members) {
        if (members.length <= ALL_PAIRS) {
            joinAllPairs(members);
        } else {
            joinLeaders(members);
        }
    }

    private void joinAllPairs(int[] members) {
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

    private boolean joinIfAlike(int held, int other) {
        boolean alike = comparison.reaches(least, other);
        if (alike) {
            sets.union(held, other);
        }
        return alike;
    }

    private void joinLeaders(int[] members) {
        List<Integer> ranked = new ArrayList<>();
        for (int member : members) {
            ranked.add(member);
        }
        ranked.sort(table::compareRanks);
        for (int round = 0; round < LEADERS && ranked.size() > 1; round++) {
            int leader = ranked.get(0);
            comparison.hold(leader);
            List<Integer> rest = new ArrayList<>();
            for (int member : ranked.subList(1, ranked.size())) {
                if (!joinIfAlike(leader, member)) {
                    rest.add(member);
                }
            }
            ranked = rest;
        }
    }
}
