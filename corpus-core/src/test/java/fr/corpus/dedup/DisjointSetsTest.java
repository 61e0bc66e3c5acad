package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DisjointSetsTest {

    @Test
    void findsTheSmallestNumberOfAChainInAnyOrderOfUnions() {
        int size = 50_000;
        List<Integer> links = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            links.add(i);
        }
        Collections.shuffle(links, new Random(1));
        DisjointSets sets = new DisjointSets(size);
        links.forEach(i -> sets.union(i, i - 1));
        for (int i = 0; i < size; i++) {
            assertThat(sets.find(i)).isZero();
        }
    }

    @Test
    void joinsTheSameSetsFromSeveralThreads() throws InterruptedException {
        int size = 20_000;
        int[][] pairs = new Random(2)
                .ints(3L * size, 0, size)
                .mapToObj(a -> new int[] {a, (int) ((a * 7919L + 13) % size)})
                .toArray(int[][]::new);
        DisjointSets alone = new DisjointSets(size);
        for (int[] pair : pairs) {
            alone.union(pair[0], pair[1]);
        }
        DisjointSets together = new DisjointSets(size);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t;
            threads.add(new Thread(() -> {
                for (int i = first; i < pairs.length; i += 4) {
                    together.union(pairs[i][0], pairs[i][1]);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < size; i++) {
            assertThat(together.find(i)).isEqualTo(alone.find(i));
        }
    }
}
