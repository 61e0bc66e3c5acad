package fr.corpus.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The paired tests of sacreBLEU, to the last bit. */
class PairedVectorsTest {

    @Test
    void areMetToTheLastBit() throws IOException {
        Map<?, ?> vectors;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/vectors/eval/paired.json"))) {
            vectors = (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(in.readAllBytes()));
        }
        List<List<@Nullable String>> references = new ArrayList<>();
        references.add(new ArrayList<>(texts(((List<?>) field(vectors, "references")).get(0))));
        Segments baseline = new Segments(texts(field(vectors, "baseline")), references);
        Segments system = new Segments(texts(field(vectors, "system")), references);
        int checked = 0;
        for (Object one : (List<?>) field(vectors, "tests")) {
            check((Map<?, ?>) Objects.requireNonNull(one), baseline, system);
            checked++;
        }
        assertThat(checked).isEqualTo(12);
    }

    private static void check(Map<?, ?> expected, Segments baseline, Segments system) {
        Metric metric = switch ((String) field(expected, "metric")) {
            case "bleu" -> Bleu.standard();
            case "chrf" -> Chrf.standard();
            default -> Ter.standard();
        };
        boolean bootstrap = field(expected, "type").equals("bs");
        int samples = ((Long) field(expected, "samples")).intValue();
        int bootstraps = ((Long) field(expected, "bootstraps")).intValue();
        Resampling resampling = new Resampling(
                bootstrap ? samples : bootstraps, bootstrap ? 0 : samples, (Long) field(expected, "seed"));
        SegmentStatistics first = SegmentStatistics.measure(metric, baseline, 1);
        SegmentStatistics second = SegmentStatistics.measure(metric, system, 1);
        PairedTest test = bootstrap
                ? PairedTest.bootstrap(first, second, resampling, 2)
                : PairedTest.randomization(first, second, resampling, 2);
        String place = expected.toString();
        assertThat(second.score()).as(place).isEqualTo(number(expected, "score").orElseThrow());
        assertThat(test.pValue()).as(place).isEqualTo(number(expected, "p").orElseThrow());
        assertThat(test.mean()).as(place).isEqualTo(number(expected, "mean"));
        assertThat(test.halfWidth()).as(place).isEqualTo(number(expected, "interval"));
        assertThat(second.signature(resampling)).as(place).isEqualTo(field(expected, "signature"));
    }

    private static Object field(Map<?, ?> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static OptionalDouble number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }
}
