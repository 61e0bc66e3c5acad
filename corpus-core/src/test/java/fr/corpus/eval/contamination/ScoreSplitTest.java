package fr.corpus.eval.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.error.RecipeException;
import fr.corpus.eval.stats.TwoSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreSplitTest {

    @TempDir
    Path directory;

    private static ItemFinding item(String id, Optional<String> cluster, int covered) {
        TextFinding found =
                new TextFinding(20, covered, Band.of(covered / 20.0), Optional.empty(), List.of(), covered > 0 ? 1 : 0);
        return new ItemFinding(
                id, cluster, List.of(new ItemFinding.Part(new ItemPart(ItemPart.Kind.QUESTION, 0, id), found)));
    }

    private ScoreSplit split(String lines, boolean clusters) throws IOException {
        List<ItemFinding> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Optional<String> cluster = clusters ? Optional.of("p" + i / 2) : Optional.empty();
            items.add(item("i" + i, cluster, i < 10 ? 20 : 0));
        }
        Path file = directory.resolve("items.jsonl");
        Files.writeString(file, lines);
        ItemScores scores = ItemScores.read(
                file, Set.copyOf(items.stream().map(ItemFinding::id).toList()));
        return ScoreSplit.of(new ContaminationReport(items, 0.2), scores, 1).get(0);
    }

    private static String lines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append("{\"item_id\":\"i" + i + "\",\"output\":\"7\",\"acc\":" + (i < 9 || i > 18) + "}\n");
        }
        return lines.toString();
    }

    @Test
    void tellsExposedFromCleanItemsWithAnIntervalAndATest() throws IOException {
        ScoreSplit split = split(lines(), false);
        assertThat(split.metric()).isEqualTo("acc");
        assertThat(split.exposed().orElseThrow().mean()).isEqualTo(0.9);
        assertThat(split.clean().orElseThrow().mean()).isEqualTo(0.1);
        assertThat(split.exposed().orElseThrow().interval().low()).isCloseTo(0.596, within(0.001));
        TwoSamples difference = split.difference().orElseThrow();
        assertThat(difference.difference()).isCloseTo(0.8, within(1e-12));
        // hypergeometric: 2·(C(10,9)·C(10,1) + 1) / C(20,10) = 202 / 184756
        assertThat(difference.pValue().orElseThrow()).isCloseTo(0.0011, within(0.001));
        assertThat(difference.clustered()).isFalse();
    }

    @Test
    void takesErrorsByGroupsWhenItemsShareAPassage() throws IOException {
        assertThat(split(lines(), true).difference().orElseThrow().clustered()).isTrue();
    }

    @Test
    void findsNoDifferenceWhereThereIsNone() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append("{\"item_id\":\"i" + i + "\",\"f1\":" + (i % 2 == 0 ? "0.25" : "0.75") + "}\n");
        }
        TwoSamples difference = split(lines.toString(), false).difference().orElseThrow();
        assertThat(difference.difference()).isZero();
        assertThat(difference.pValue()).contains(1.0);
    }

    @Test
    void refusesScoresOfAnotherPackAndScoresTwice() {
        assertThatThrownBy(() -> split("{\"item_id\":\"autre\",\"acc\":true}\n", false))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("autre");
        assertThatThrownBy(() -> split("{\"item_id\":\"i1\",\"acc\":true}\n{\"item_id\":\"i1\",\"acc\":true}\n", false))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining(":2");
        assertThatThrownBy(() -> split("{\"item_id\":\"i1\",\"acc\":{\"unknown\":\"no-answer\"}}\n", false))
                .isInstanceOf(RecipeException.class);
    }
}
