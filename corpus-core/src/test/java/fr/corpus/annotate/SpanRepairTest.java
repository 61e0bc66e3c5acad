package fr.corpus.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanRepairTest {

    private static List<String> spans(String text, int start, int end, int... bounds) {
        SpanRepair repair = new SpanRepair(text, start, end);
        for (int bound : bounds) {
            repair.endAt(bound);
        }
        List<String> spans = new ArrayList<>();
        repair.finish((from, to) -> spans.add(text.substring(from, to)));
        return spans;
    }

    @Test
    void endWhereTheModelSays() {
        assertThat(spans("l’été à Lyon", 0, 12, 2, 5, 7)).containsExactly("l’", "été", "à", "Lyon");
        assertThat(spans("abc", 0, 3, 1, 2)).containsExactly("a", "b", "c");
    }

    @Test
    void holdNoWhiteSpaceAtTheirEndsAndAllThatIsNone() {
        assertThat(spans("  un  deux \n", 0, 12, 3, 5)).containsExactly("u", "n", "deux");
        assertThat(spans(" \n ", 0, 3, 1)).isEmpty();
    }

    @Test
    void doNotCutAPairOfSurrogates() {
        assertThat(spans("a😀b", 0, 4, 1, 2, 3)).containsExactly("a", "😀", "b");
    }

    @Test
    void stayInTheirPartWhateverTheModelSays() {
        assertThat(spans("un deux trois", 3, 7, -1, 0, 2, 3, 5, 7, 9)).containsExactly("de", "ux");
    }
}
