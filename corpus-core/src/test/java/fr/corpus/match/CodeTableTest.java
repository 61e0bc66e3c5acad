package fr.corpus.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CodeTableTest {

    private static final long SEED = 20261124;

    private static long[] code(Random random) {
        return new long[] {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
    }

    /** A code that keeps each minimum of another with a probability, and draws the others anew. */
    private static long[] similar(long[] code, double jaccard, Random random) {
        long[] near = code(random);
        for (int minimum = 0; minimum < Long.SIZE; minimum++) {
            if (random.nextDouble() < jaccard) {
                long bit = 1L << minimum;
                for (int i = 0; i < near.length; i++) {
                    near[i] = near[i] & ~bit | code[i] & bit;
                }
            }
        }
        return near;
    }

    private static TreeSet<Integer> find(CodeTable table, long[] code) {
        TreeSet<Integer> found = new TreeSet<>();
        table.find(code, (selector, distance) -> found.add(selector));
        return found;
    }

    @Test
    void nothingIsFoundThatIsNotNearAndLittleIsMissed() {
        Random random = new Random(SEED);
        CodeTable table = new CodeTable();
        List<long[]> codes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            codes.add(code(random));
            table.add(codes.get(i), i);
        }
        table.seal();
        int near = 0;
        int found = 0;
        for (int i = 0; i < codes.size(); i++) {
            long[] query = similar(codes.get(i), 0.6, random);
            TreeSet<Integer> answer = find(table, query);
            TreeSet<Integer> truth = new TreeSet<>();
            for (int j = 0; j < codes.size(); j++) {
                if (CodeTable.distance(query, codes.get(j)) <= CodeTable.MAX_DISTANCE) {
                    truth.add(j);
                }
            }
            assertThat(truth).as("seed %d, query %d", SEED, i).containsAll(answer);
            near += truth.size();
            found += answer.size();
        }
        // By the rule 92 in 100 pairs of J = 0.6 are near; of those nearly all share a row.
        assertThat(near).isBetween(2_600, 2_900);
        assertThat((double) found / near).isGreaterThan(0.99);
    }

    @Test
    void theBoundIsSixtyFourBits() {
        long[] code = {0, 0, 0, 0};
        CodeTable table = new CodeTable();
        table.add(code, 7);
        table.seal();
        assertThat(find(table, new long[] {0, 0, 0, -1L})).isEmpty(); // no row of minima is shared
        assertThat(find(table, new long[] {0xFFFF_FFFFL, 0xFFFF_FFFFL, 0, 0})).containsExactly(7);
        assertThat(find(table, new long[] {0x1_FFFF_FFFFL, 0xFFFF_FFFFL, 0, 0})).isEmpty();
    }
}
