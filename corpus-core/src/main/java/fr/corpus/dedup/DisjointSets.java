package fr.corpus.dedup;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Union-find over document numbers in one flat array, four bytes each. Thread-safe without locks; the sets that result do not
 * depend on the order of unions.
 *
 * <p>A root is always the smallest number of its set, so links only lead downwards and no cycle can form; finds halve paths
 * (Anderson and Woll, STOC 1991).
 */
final class DisjointSets {

    private final AtomicIntegerArray parents;

    /** Each number in a set of its own. */
    DisjointSets(int size) {
        parents = new AtomicIntegerArray(size);
        for (int i = 0; i < size; i++) {
            parents.setPlain(i, i);
        }
    }

    /** The smallest number of the set. */
    int find(int number) {
        int at = number;
        while (true) {
            int parent = parents.get(at);
            if (parent == at) {
                return at;
            }
            int above = parents.get(parent);
            if (above != parent) {
                parents.weakCompareAndSetPlain(at, parent, above);
            }
            at = above;
        }
    }

    /** Joins two sets. */
    void union(int a, int b) {
        int rootA = find(a);
        int rootB = find(b);
        while (rootA != rootB) {
            int low = Math.min(rootA, rootB);
            int high = Math.max(rootA, rootB);
            if (parents.compareAndSet(high, high, low)) {
                return;
            }
            rootA = find(low);
            rootB = find(high);
        }
    }
}
