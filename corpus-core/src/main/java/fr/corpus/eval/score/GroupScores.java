package fr.corpus.eval.score;

import fr.corpus.eval.metric.SegmentStatistics;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.stats.SampleMean;
import fr.corpus.stats.Interval;
import fr.corpus.stats.Wilson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The headline metric by group. Thread-safe. */
final class GroupScores {

    private static final double PERCENT = 100;
    private static final int MOST_GROUPS = 400;

    private GroupScores() {}

    private static Set<String> tags(Pack pack) {
        Set<String> tags = new TreeSet<>(pack.groups());
        tags.add("variety");
        tags.add("answerable");
        return tags;
    }

    /** For each tag that parts items its value for each, {@code ""} where it has none. */
    static Map<String, List<String>> values(Pack pack, List<PackItem> items) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String tag : tags(pack)) {
            List<String> own =
                    items.stream().map(item -> value(item, tag).orElse("")).toList();
            long parts = own.stream().filter(one -> !one.isEmpty()).distinct().count();
            if (parts > 1 && parts <= MOST_GROUPS) {
                values.put(tag, own);
            }
        }
        return values;
    }

    static List<GroupScore> of(Pack pack, ScoreTable table) {
        List<GroupScore> scores = new ArrayList<>();
        for (String tag : tags(pack)) {
            TreeMap<String, List<Integer>> groups = new TreeMap<>();
            for (int i = 0; i < table.items().size(); i++) {
                int place = i;
                value(table.items().get(i), tag)
                        .ifPresent(value -> groups.computeIfAbsent(value, one -> new ArrayList<>())
                                .add(place));
            }
            if (groups.size() > 1 && groups.size() <= MOST_GROUPS) {
                groups.forEach(
                        (value, places) -> score(table, tag, value, places).ifPresent(scores::add));
            }
        }
        return scores;
    }

    private static Optional<String> value(PackItem item, String tag) {
        if (tag.equals("variety")) {
            return Optional.of(item.facts().variety());
        }
        if (tag.equals("answerable")) {
            return item instanceof PackItem.ShortAnswer asked
                    ? Optional.of(asked.answers().isEmpty() ? "no" : "yes")
                    : Optional.empty();
        }
        return Optional.ofNullable(item.facts().tags().get(tag));
    }

    private static Optional<GroupScore> score(ScoreTable table, String tag, String value, List<Integer> places) {
        Column headline = table.columns().get(0);
        if (headline.kind() == Column.Kind.TEXT) {
            SegmentStatistics measured = table.texts().get(headline.name());
            if (measured == null) {
                return Optional.empty();
            }
            double[] sums = new double[measured.metric().width()];
            for (int place : places) {
                double[] row = measured.row(place);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += row[i];
                }
            }
            return Optional.of(
                    new GroupScore(tag, value, places.size(), measured.metric().score(sums), Optional.empty()));
        }
        double[] values = places.stream()
                .mapToDouble(place -> table.values()[0][place])
                .filter(one -> !Double.isNaN(one))
                .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        SampleMean mean = SampleMean.of(values);
        Interval interval = headline.kind() == Column.Kind.FLAG
                ? Wilson.interval(
                        Arrays.stream(values).filter(one -> one > 0).count(), values.length, Summaries.CONFIDENCE)
                : mean.interval(Summaries.CONFIDENCE);
        return Optional.of(new GroupScore(
                tag,
                value,
                values.length,
                PERCENT * mean.mean(),
                Optional.of(
                        new Interval(PERCENT * Math.max(0, interval.low()), PERCENT * Math.min(1, interval.high())))));
    }
}
