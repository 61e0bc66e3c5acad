package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntSorterTest {

    @Test
    void sortsTheStartOfAnArrayOfAnyLength() {
        long seed = 12;
        Random random = new Random(seed);
        IntSorter sorter = new IntSorter();
        for (int round = 0; round < 200; round++) {
            int[] numbers = new int[random.nextInt(3000)];
            int mask = -1 >>> random.nextInt(32);
            Arrays.setAll(numbers, i -> random.nextInt() & mask);
            int size = random.nextInt(numbers.length + 1);
            int[] expected = numbers.clone();
            Arrays.sort(expected, 0, size);
            sorter.sort(numbers, size);
            assertThat(numbers).as("seed " + seed + ", round " + round).isEqualTo(expected);
        }
    }
}
