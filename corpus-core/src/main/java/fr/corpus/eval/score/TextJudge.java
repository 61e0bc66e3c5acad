package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.metric.Bleu;
import fr.corpus.eval.metric.Chrf;
import fr.corpus.eval.metric.Metric;
import fr.corpus.eval.metric.Resampling;
import fr.corpus.eval.metric.Rouge;
import fr.corpus.eval.metric.RougeTokenizer;
import fr.corpus.eval.metric.RougeType;
import fr.corpus.eval.metric.Ter;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Says by which metrics texts are compared; ROUGE is named by its French-correct words, and shown beside it with those of the
 * original, which loses accented letters ({@code :rouge-score}). Values come from {@link ScoreTable}.
 */
final class TextJudge implements Judge {

    /** Suffix of a metric computed as the original does. */
    static final String ORIGINAL = ":rouge-score";

    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    TextJudge(Pack pack) {
        for (String name : pack.metrics()) {
            metrics.put(name, named(name));
            if (metrics.get(name) instanceof Rouge rouge) {
                metrics.put(name + ORIGINAL, new Rouge(rouge.type(), RougeTokenizer.ORIGINAL, false));
            }
        }
    }

    /** The metric of a name of packs; {@link IllegalArgumentException} if there is none. */
    static Metric named(String name) {
        return switch (name) {
            case "bleu" -> Bleu.standard();
            case "chrf" -> Chrf.standard();
            case "chrf++" -> Chrf.plusPlus();
            case "ter" -> Ter.standard();
            default ->
                new Rouge(
                        RougeType.named(name).orElseThrow(() -> new IllegalArgumentException(name)),
                        RougeTokenizer.UNICODE,
                        false);
        };
    }

    Metric metric(String column) {
        Metric metric = metrics.get(column);
        if (metric == null) {
            throw new IllegalArgumentException(column);
        }
        return metric;
    }

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        metrics.forEach((name, metric) -> columns.add(
                new Column(name, Column.Kind.TEXT, metric.signature().format(OptionalInt.empty(), Resampling.NONE))));
        return columns;
    }

    @Override
    public ItemDetail judge(PackItem item, OutputRecord output, double[] row) {
        Arrays.fill(row, Double.NaN);
        return ItemDetail.NONE;
    }
}
