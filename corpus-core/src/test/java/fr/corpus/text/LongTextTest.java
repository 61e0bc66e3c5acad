package fr.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Working memory follows the text: enough for a long book, given back for the short text behind it. */
class LongTextTest {

    private static String book(int words) {
        Random random = new Random(42);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append(Integer.toString(random.nextInt(5_000), 36)).append(i % 12 == 11 ? ".\n" : " ");
        }
        return out.toString();
    }

    @Test
    void givesBackTheArraysOfALongTextWhenAShortOneFollows() {
        TextView view = new TextView(new SpacedTokens());
        RepetitionSignals.measure(view.of(book(400_000)), 1);
        assertThat(view.scratch().first.length).isGreaterThanOrEqualTo(400_000);
        RepetitionSignals.measure(view.of("Un texte court."), 1);
        assertThat(view.scratch().first.length).isLessThan(20_000);
        assertThat(view.scratch().table.capacity()).isLessThan(20_000);
        assertThat(view.lines().chars().length).isLessThan(70_000);
    }

    @Test
    void measuresAShortTextBehindALongOneAsIfAlone() {
        String text = "Le chat dort. Le chat dort. Le chat dort.\nLe chien veille, le chien veille sur la cour.\n";
        TextView fresh = new TextView(new SpacedTokens());
        RepetitionSignals.measure(fresh.of(text), 1);
        TextView used = new TextView(new SpacedTokens());
        RepetitionSignals.measure(used.of(book(60_000)), 1);
        RepetitionSignals.measure(used.of(text), 1);
        assertThat(used.signals().toArray()).isEqualTo(fresh.signals().toArray());
    }

    @Test
    void countsKeysThatAreZeroAndKeysThatMeetInOneSlot() {
        LongTable table = new LongTable();
        table.reset(1_000);
        for (int round = 1; round <= 3; round++) {
            for (int key = -500; key < 500; key++) {
                long found = table.add(key * 0x1_0000_0000L, key + 500);
                assertThat((int) found).isEqualTo(round);
                assertThat(found >>> 32).isEqualTo(key + 500);
            }
        }
    }
}
