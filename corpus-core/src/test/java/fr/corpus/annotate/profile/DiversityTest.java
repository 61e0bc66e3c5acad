package fr.corpus.annotate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiversityTest {

    /** a b a: ratio 2/3 after three, a full stretch each time, both ways: 6 tokens, 2 stretches. */
    @Test
    void isTheMeanLengthOfFullStretches() {
        assertThat(Diversity.mtld(new long[] {1, 2, 1, 1, 2, 1}).orElseThrow()).isCloseTo(3, within(1e-12));
    }

    /** a b c d a: one stretch that is not full, ratio 4/5, hence 0.2 / 0.28 of one. */
    @Test
    void countsTheRestInPart() {
        assertThat(Diversity.mtld(new long[] {1, 2, 3, 4, 1}).orElseThrow()).isCloseTo(5 / (0.2 / 0.28), within(1e-9));
    }

    @Test
    void isNotKnownWhereNothingComesAgain() {
        assertThat(Diversity.mtld(new long[] {1, 2, 3})).isEmpty();
        assertThat(Diversity.mtld(new long[0])).isEmpty();
    }

    @Test
    void hardlyDependsOnLengthWhereTheRatioDoes() {
        Random random = new Random(5);
        long[] all = random.longs(40_000, 1, 400).toArray();
        long[] few = LongStream.of(all).limit(4000).toArray();
        double ratio = Diversity.mtld(all).orElseThrow() / Diversity.mtld(few).orElseThrow();
        assertThat(ratio).isBetween(0.9, 1.1);
    }
}
