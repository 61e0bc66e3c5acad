package fr.corpus.eval.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds which of our metrics a tool’s own figures are: a difference is thus explained by what reproduces it, item by item, and not
 * by what the tool’s documentation says. Thread-safe.
 */
final class OriginFigures {

    private static final double PERCENT = 100;
    private static final double EQUAL = 1e-9;

    private OriginFigures() {}

    static List<OriginFigure> of(ScoreTable table, List<ForeignOutput> outputs) {
        Map<String, Integer> names = new LinkedHashMap<>();
        outputs.forEach(output -> output.figures().keySet().forEach(name -> names.merge(name, 1, Integer::sum)));
        List<OriginFigure> figures = new ArrayList<>();
        names.forEach((name, count) -> figures.add(figure(name, count, table, outputs)));
        return figures;
    }

    private static OriginFigure figure(String name, int count, ScoreTable table, List<ForeignOutput> outputs) {
        int[] places = new int[count];
        double[] theirs = new double[count];
        int n = 0;
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            OriginVerdict verdict = outputs.get(i).figures().get(name);
            if (verdict != null) {
                places[n] = i;
                theirs[n++] = verdict.value();
                sum += verdict.value();
            }
        }
        Optional<String> nearest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        double nearestMean = Double.NaN;
        int differing = count;
        for (int column = 0; column < table.columns().size(); column++) {
            double apart = 0;
            double ours = 0;
            int differ = 0;
            boolean isShare = table.columns().get(column).kind() != Column.Kind.TEXT;
            for (int i = 0; i < count; i++) {
                double value = table.values()[column][places[i]] / (isShare ? 1 : PERCENT);
                apart += Math.abs(value - theirs[i]);
                ours += value;
                differ += Math.abs(value - theirs[i]) > EQUAL ? 1 : 0;
            }
            boolean sameName = isSameName(name, table.columns().get(column).name());
            if (!Double.isNaN(apart) && (apart < least - EQUAL || (apart <= least + EQUAL && sameName))) {
                least = apart;
                nearest = Optional.of(table.columns().get(column).name());
                nearestMean = ours / count;
                differing = differ;
            }
        }
        return new OriginFigure(
                name,
                PERCENT * sum / count,
                count,
                differing == 0 ? nearest : Optional.empty(),
                differing == 0 ? Optional.empty() : OriginConventions.reproducing(name, outputs),
                differing == 0 ? Optional.empty() : nearest,
                PERCENT * nearestMean,
                differing);
    }

    private static boolean isSameName(String theirs, String ours) {
        return theirs.equals(ours) || theirs.startsWith(ours + ",");
    }
}
