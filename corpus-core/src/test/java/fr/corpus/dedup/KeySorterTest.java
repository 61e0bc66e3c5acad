package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeySorterTest {

    private record Entry(long key, int value) {}

    @Test
    void sortsKeysAsUnsignedNumbersAndKeepsTheOrderOfEqualOnes() {
        long seed = 77;
        Random random = new Random(seed);
        KeySorter sorter = new KeySorter(1);
        for (int round = 0; round < 200; round++) {
            sorter.clear();
            List<Entry> expected = new ArrayList<>();
            long mask = -1L >>> random.nextInt(63) << random.nextInt(40);
            for (int i = random.nextInt(500); i > 0; i--) {
                Entry entry = new Entry(random.nextLong() & mask, i);
                expected.add(entry);
                sorter.add(entry.key(), entry.value());
            }
            sorter.sort();
            expected.sort((a, b) -> Long.compareUnsigned(a.key(), b.key()));
            List<Entry> sorted = new ArrayList<>();
            for (int i = 0; i < sorter.size(); i++) {
                sorted.add(new Entry(sorter.key(i), sorter.value(i)));
            }
            assertThat(sorted).as("seed " + seed + ", round " + round).isEqualTo(expected);
        }
    }

    @Test
    void findsTheEndOfARun() {
        KeySorter sorter = new KeySorter(4);
        for (long key : new long[] {5, -1, 5, 9, 5}) {
            sorter.add(key, 0);
        }
        sorter.sort();
        assertThat(sorter.endOfRun(0)).isEqualTo(3);
        assertThat(sorter.endOfRun(3)).isEqualTo(4);
        assertThat(sorter.endOfRun(4)).isEqualTo(5);
        assertThat(sorter.key(4)).isEqualTo(-1);
    }
}
