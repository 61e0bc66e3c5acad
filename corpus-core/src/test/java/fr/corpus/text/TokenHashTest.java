package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenHashTest {

    @Test
    void changesHalfOfTheBitsWhenOneBitOfTheTokenChanges() {
        Random random = new Random(7);
        int[] flips = new int[64];
        int rounds = 0;
        for (int length = 1; length <= 12; length++) {
            for (int sample = 0; sample < 300; sample++) {
                char[] token = new char[length];
                for (int i = 0; i < length; i++) {
                    token[i] = (char) ('a' + random.nextInt(26));
                }
                long hash = TokenHash.of(new String(token));
                int bit = random.nextInt(length * 8);
                token[bit / 8] ^= (char) (1 << bit % 8);
                long change = hash ^ TokenHash.of(new String(token));
                for (int b = 0; b < 64; b++) {
                    flips[b] += (int) (change >>> b & 1);
                }
                rounds++;
            }
        }
        for (int b = 0; b < 64; b++) {
            assertThat((double) flips[b] / rounds).as("bit %d", b).isCloseTo(0.5, within(0.04));
        }
    }

    @Test
    void separatesAllTokensOfUpToThreeLettersAndManyNumbers() {
        Set<Long> all = new HashSet<>();
        int count = 0;
        for (int a = 0; a < 64; a++) {
            count += all.add(TokenHash.of("" + (char) (64 + a))) ? 1 : 0;
            for (int b = 0; b < 64; b++) {
                count += all.add(TokenHash.of("" + (char) (64 + a) + (char) (64 + b))) ? 1 : 0;
                for (int c = 0; c < 64; c++) {
                    count += all.add(TokenHash.of("" + (char) (64 + a) + (char) (64 + b) + (char) (64 + c))) ? 1 : 0;
                }
            }
        }
        assertThat(count).isEqualTo(64 + 64 * 64 + 64 * 64 * 64);
        for (int n = 0; n < 300_000; n++) {
            all.add(TokenHash.of(Integer.toString(n)));
        }
        assertThat(all).hasSize(count + 300_000);
    }

    @Test
    void spreadsOverTheLowBitsAndTheHighBits() {
        int[] low = new int[256];
        int[] high = new int[256];
        for (int n = 0; n < 256_000; n++) {
            long hash = TokenHash.of("mot" + n);
            low[(int) hash & 255]++;
            high[(int) (hash >>> 56)]++;
        }
        for (int k = 0; k < 256; k++) {
            assertThat(low[k]).isBetween(850, 1150);
            assertThat(high[k]).isBetween(850, 1150);
        }
    }
}
