package fr.corpus.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.eval.metric.Bleu;
import fr.corpus.eval.metric.PairedTest;
import fr.corpus.eval.metric.RandomizedScores;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.metric.Segments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores of texts are compared as wholes: BLEU of all segments is no mean of segments. */
class TextComparisonTest {

    private static final int SEGMENTS = 120;
    private static final List<String> WORDS =
            List.of("le", "chat", "gris", "dort", "sur", "la", "table", "du", "jardin", "et", "rêve");

    @TempDir
    Path directory;

    private static SegmentStatistics system(double faults) {
        Random references = new Random(5);
        Random random = new Random(Math.round(1000 * faults));
        List<String> outputs = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            StringBuilder reference = new StringBuilder();
            StringBuilder output = new StringBuilder();
            for (int word = 0; word < 8 + i % 7; word++) {
                String one = WORDS.get(references.nextInt(WORDS.size()));
                reference.append(one).append(' ');
                output.append(random.nextDouble() < faults ? WORDS.get(random.nextInt(WORDS.size())) : one)
                        .append(' ');
            }
            outputs.add(output.toString());
            right.add(reference.toString());
        }
        return SegmentStatistics.measure(Bleu.standard(), new Segments(outputs, List.of(new ArrayList<>(right))), 1);
    }

    private Path write(String name, SegmentStatistics measured) throws IOException {
        ReportFile report =
                new ReportFile(SEGMENTS, i -> measured.score(i, Bleu.standard().forSegments()));
        report.pack.put("task", "generation");
        report.metric.put("name", "bleu");
        report.values.put("metrics", Map.of("bleu", ((Map<?, ?>) report.values.get("metrics")).get("em")));
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            rows.add(Arrays.stream(measured.row(i)).boxed().toList());
        }
        report.values.put("statistics", Map.of("bleu", rows));
        return report.write(directory.resolve(name + ".json"));
    }

    @Test
    void theirScoreIsThatOfTheWhole() throws IOException {
        SegmentStatistics good = system(0.2);
        SegmentStatistics poor = system(0.4);
        PackComparison pack = Comparison.of(ComparisonRequest.of(List.of(write("bon", good), write("moyen", poor))), 2)
                .packs()
                .get(0);
        assertThat(pack.systems().get(0).score()).isCloseTo(good.score(), within(1e-9));
        assertThat(pack.systems().get(1).score()).isCloseTo(poor.score(), within(1e-9));
        PairComparison pair = pack.pair(0, 1);
        assertThat(pair.difference()).isCloseTo(good.score() - poor.score(), within(1e-9));
        assertThat(pair.interval().contains(pair.difference())).isTrue();
        assertThat(pair.mcNemar()).isEmpty();
        assertThat(pair.isSeparated()).isTrue();
        assertThat(pair.pRandomization())
                .isEqualTo(PairedTest.randomization(good, poor, new Resampling(0, 10_000, 12345), 1)
                        .pValue());
    }

    @Test
    void trialsSharedByAllPairsAreThoseOfEachPair() {
        List<SegmentStatistics> systems = List.of(system(0.30), system(0.31), system(0.35));
        RandomizedScores all = RandomizedScores.of(systems, 700, 9, 2);
        for (int i = 0; i < 3; i++) {
            for (int j = i + 1; j < 3; j++) {
                assertThat(all.pValue(i, j))
                        .isEqualTo(
                                PairedTest.randomization(systems.get(i), systems.get(j), new Resampling(0, 700, 9), 1)
                                        .pValue());
            }
        }
    }
}
