package fr.corpus.eval.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers of {@code numpy.random.default_rng(12345)}. */
class NumpyRandomTest {

    private static int[] chosen(int bound, int count) {
        int[] into = new int[count];
        NumpyRandom.seeded(12345).choose(bound, into);
        return into;
    }

    @Test
    void givesTheWordsOfNumpy() {
        NumpyRandom random = NumpyRandom.seeded(12345);
        assertThat(random.nextLong()).isEqualTo(4193609425186963869L);
        assertThat(random.nextLong()).isEqualTo(5843160025838961886L);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("14708796524633321433");
    }

    @Test
    void choosesAsNumpyDoes() {
        assertThat(chosen(5, 10)).containsExactly(3, 1, 3, 1, 1, 3, 3, 3, 4, 1);
        assertThat(chosen(3004, 6)).containsExactly(2100, 682, 2369, 951, 613, 2395);
    }

    @Test
    void givesTheBitsOfNumpy() {
        NumpyRandom.Bits bits = NumpyRandom.seeded(12345).bits();
        StringBuilder ten = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            ten.append(bits.next() ? 1 : 0);
        }
        assertThat(ten).hasToString("1011100110");
    }
}
