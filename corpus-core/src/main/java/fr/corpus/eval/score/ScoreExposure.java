package fr.corpus.eval.score;

import fr.corpus.eval.contamination.ContaminationCheck;
import fr.corpus.eval.contamination.ContaminationReport;
import fr.corpus.eval.contamination.ItemFinding;
import fr.corpus.eval.contamination.ItemPart;
import fr.corpus.eval.contamination.ItemScores;
import fr.corpus.eval.contamination.ScoreSplit;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.hash.Digest;
import fr.corpus.release.ReleaseReader;
import fr.corpus.search.ReleaseIndexer;
import fr.corpus.search.ReleaseSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which items of a pack stand in a release, and the headline on those that do and on those that do not. Immutable.
 *
 * @param name of the release
 * @param root its Merkle root, by which it is known whatever its files are called
 * @param report what was found of each item
 * @param split of the headline; empty when it is no mean of items
 */
public record ScoreExposure(String name, Digest root, ContaminationReport report, Optional<ScoreSplit> split) {

    /** The tag by which items are grouped. */
    public static final String TAG = "exposure";

    /** Looks for the items of a pack in a release, which must have its index. */
    static ScoreExposure of(Path release, List<PackItem> items, ScoreTable table, long seed, int threads)
            throws IOException {
        try (ReleaseSearch search =
                ReleaseSearch.open(release, Optional.of(ReleaseIndexer.defaultDirectory(release)))) {
            ReleaseReader reader = ReleaseReader.open(release);
            ContaminationReport report = new ContaminationReport(
                    new ContaminationCheck(reader, search).check(items, EnumSet.allOf(ItemPart.Kind.class), threads),
                    ContaminationCheck.LEAST_SHARE);
            return new ScoreExposure(
                    reader.manifest().identity().name(),
                    reader.manifest().roots().data(),
                    report,
                    split(report, table, seed));
        }
    }

    private static Optional<ScoreSplit> split(ContaminationReport report, ScoreTable table, long seed) {
        Column headline = table.columns().get(0);
        if (headline.kind() != Column.Kind.FLAG && headline.kind() != Column.Kind.SHARE) {
            return Optional.empty();
        }
        double[] values = table.values()[0];
        Map<String, Double> byItem = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < values.length; i++) {
            ids.add(table.items().get(i).id());
            if (!Double.isNaN(values[i])) {
                byItem.put(table.items().get(i).id(), values[i]);
            }
        }
        boolean flags = Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
        ItemScores scores =
                new ItemScores(Map.of(headline.name(), byItem), flags ? Set.of(headline.name()) : Set.of(), ids);
        return ScoreSplit.of(report, scores, seed).stream().findFirst();
    }

    /** What can be said of each item, by its id. */
    Map<String, String> byItem() {
        Map<String, String> byItem = new LinkedHashMap<>();
        for (ItemFinding item : report.items()) {
            byItem.put(item.id(), item.exposure(report.leastShare()).word());
        }
        return byItem;
    }
}
