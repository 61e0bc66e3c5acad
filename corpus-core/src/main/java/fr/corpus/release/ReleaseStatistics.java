package fr.corpus.release;

import fr.corpus.error.IntegrityException;
import fr.corpus.error.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** From the tallies of parts to the figures of a manifest. */
final class ReleaseStatistics {

    private ReleaseStatistics() {}

    /**
     * The figures of finished parts.
     *
     * @throws IntegrityException if the conservation law does not hold for a source, or a row is of an unknown source
     */
    static Manifest.Statistics of(List<ReleaseInfo.Input> inputs, Map<Table, List<PartSummary>> parts) {
        Tally data = sum(Table.DATA, parts);
        Tally drops = sum(Table.DROPS, parts);
        Tally duplicates = sum(Table.DUPLICATES, parts);
        for (String unknown : unknownSources(inputs, data, drops, duplicates)) {
            throw new IntegrityException(UserMessage.of("release.unknown-source", unknown));
        }
        Manifest.Statistics statistics = of(inputs, data, drops, duplicates);
        requireBalance(statistics);
        return statistics;
    }

    private static Tally sum(Table table, Map<Table, List<PartSummary>> parts) {
        Tally sum = TableLayout.emptyTally(table);
        parts.get(table).forEach(part -> sum.addAll(part.tally()));
        return sum;
    }

    /** The figures of tables with these tallies, whether they add up or not. */
    static Manifest.Statistics of(List<ReleaseInfo.Input> inputs, Tally data, Tally drops, Tally duplicates) {
        Tally released = data.by(0);
        Tally outcomes = drops.by(0, 3);
        Tally copies = duplicates.by(0);
        List<Manifest.SourceFigures> sources = new ArrayList<>();
        Counts total = Counts.NONE;
        long textBytesRead = 0;
        for (ReleaseInfo.Input input : inputs) {
            String source = input.source();
            Counts counts = new Counts(
                    input.read(),
                    released.get(List.of(source), 0),
                    outcomes.get(List.of(source, Outcome.DROPPED.word()), 0),
                    copies.get(List.of(source), 0),
                    outcomes.get(List.of(source, Outcome.WITHHELD.word()), 0),
                    outcomes.get(List.of(source, Outcome.MALFORMED.word()), 0));
            sources.add(
                    new Manifest.SourceFigures(source, counts, input.textBytes(), volume(released, List.of(source))));
            total = total.plus(counts);
            textBytesRead += input.textBytes();
        }
        return new Manifest.Statistics(
                total,
                textBytesRead,
                new Volume(data.total(0), data.total(1), data.total(2), data.total(3)),
                sources,
                shares(data.by(1)),
                shares(data.by(2)),
                reasons(drops.by(1, 2, 3)));
    }

    /** Sources that tables name and that were not read. */
    static Set<String> unknownSources(List<ReleaseInfo.Input> inputs, Tally... tallies) {
        Set<String> unknown = new TreeSet<>();
        for (Tally tally : tallies) {
            tally.forEach((key, sums) -> unknown.add(key.get(0)));
        }
        inputs.forEach(input -> unknown.remove(input.source()));
        return unknown;
    }

    /**
     * Refuses figures that do not add up.
     *
     * @throws IntegrityException if the conservation law does not hold for a source
     */
    private static void requireBalance(Manifest.Statistics statistics) {
        for (Manifest.SourceFigures figures : statistics.sources()) {
            if (!figures.counts().isBalanced()) {
                throw new IntegrityException(UserMessage.of("release.conservation", arguments(figures)));
            }
        }
    }

    /** A source and its counts as messages show them. */
    static Object[] arguments(Manifest.SourceFigures figures) {
        Counts counts = figures.counts();
        return new Object[] {
            figures.source(),
            counts.read(),
            counts.released(),
            counts.dropped(),
            counts.duplicates(),
            counts.withheld(),
            counts.malformed()
        };
    }

    private static Volume volume(Tally tally, List<String> key) {
        return new Volume(tally.get(key, 0), tally.get(key, 1), tally.get(key, 2), tally.get(key, 3));
    }

    private static List<Manifest.Share> shares(Tally tally) {
        List<Manifest.Share> shares = new ArrayList<>();
        tally.forEach((key, sums) -> shares.add(new Manifest.Share(key.get(0), Volume.of(sums))));
        return shares;
    }

    private static List<Manifest.ReasonCount> reasons(Tally tally) {
        List<Manifest.ReasonCount> reasons = new ArrayList<>();
        tally.forEach((key, sums) ->
                reasons.add(new Manifest.ReasonCount(key.get(0), key.get(1), Outcome.parse(key.get(2)), sums[0])));
        return reasons;
    }
}
