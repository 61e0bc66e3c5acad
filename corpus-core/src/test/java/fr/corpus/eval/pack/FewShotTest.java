package fr.corpus.eval.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FewShotTest {

    private static PackItem item(String id, String question, String cluster) {
        return new PackItem.ShortAnswer(
                new ItemFacts(
                        id,
                        "fr",
                        Map.of(),
                        cluster.isEmpty() ? Optional.empty() : Optional.of(cluster),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                question,
                List.of("oui"));
    }

    @Test
    void theAskedItemIsNeverAnExampleOfItself() {
        List<PackItem> pool = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            pool.add(item("i" + i, "Question " + i + " ?", ""));
        }
        for (PackItem asked : pool) {
            assertThat(FewShot.of(pool, 7).examples(asked, 19)).hasSize(19).doesNotContain(asked);
        }
    }

    @Test
    void neitherIsItsTwinNorItsNeighbour() {
        PackItem asked = item("a", "Où est l’école ?", "p1");
        PackItem twin = item("b", "ou est l'ECOLE", "");
        PackItem neighbour = item("c", "Qui parle ?", "p1");
        PackItem other = item("d", "Quand ?", "p2");
        PackItem namesake = item("a", "Comment ?", "");
        assertThat(FewShot.of(List.of(asked, twin, neighbour, other, namesake), 1)
                        .examples(asked, 5))
                .containsExactly(other);
    }

    /** The lists are of a program of five lines in Python, written after docs/formats/eval-run.md alone. */
    @Test
    void anybodyDrawsTheSameByTheWordsOfTheFormat() {
        List<PackItem> pool = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            pool.add(item("i" + i, "Question " + i + " ?", ""));
        }
        assertThat(FewShot.of(pool, 7).examples(item("q", "Alors ?", ""), 10))
                .extracting(PackItem::id)
                .containsExactly("i7", "i8", "i1", "i9", "i4", "i0", "i5", "i2", "i3", "i6");
        assertThat(FewShot.of(pool, 7).examples(item("r", "Alors ?", ""), 4))
                .extracting(PackItem::id)
                .containsExactly("i2", "i0", "i4", "i1");
    }

    @Test
    void theDrawDependsOnSeedAndItemOnly() {
        List<PackItem> pool = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            pool.add(item("i" + i, "Question " + i + " ?", ""));
        }
        PackItem asked = item("asked", "Alors ?", "");
        List<PackItem> drawn = FewShot.of(pool, 1).examples(asked, 4);
        List<PackItem> reversed = new ArrayList<>(pool);
        java.util.Collections.reverse(reversed);
        assertThat(FewShot.of(reversed, 1).examples(asked, 4)).isEqualTo(drawn);
        assertThat(FewShot.of(pool, 2).examples(asked, 4)).isNotEqualTo(drawn);
    }
}
