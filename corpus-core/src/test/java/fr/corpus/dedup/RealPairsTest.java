package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
import fr.corpus.testing.SharedFolder;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages at two dates and novels in two spellings, whose similarity is known: see SOURCE.md beside them. */
class RealPairsTest {

    @TempDir
    Path directory;

    private final List<String> texts = new ArrayList<>();

    @Test
    void findsNearlyAllPairsThatReachTheThresholdAndNoOthers() throws IOException {
        read();
        Clusters clusters = resolve(0.75);
        int expected = 0;
        int found = 0;
        for (int pair = 0; pair < texts.size() / 2; pair++) {
            boolean alike = similarity(pair) >= 0.75;
            expected += alike ? 1 : 0;
            found += joined(clusters, pair) ? 1 : 0;
            assertThat(joined(clusters, pair) && !alike).isFalse();
        }
        assertThat(expected).isGreaterThan(30);
        // at these similarities theory catches 31.2 of 33
        assertThat((double) found / expected).isGreaterThanOrEqualTo(0.9);
        assertNothingElseJoined(clusters);
    }

    @Test
    void findsMoreOfThePairsUnderALowerThreshold() throws IOException {
        read();
        Clusters usual = resolve(0.75);
        Clusters looser = resolve(0.5);
        assertThat(joined(looser)).isGreaterThan(joined(usual));
        assertNothingElseJoined(looser);
    }

    private long joined(Clusters clusters) {
        return IntStream.range(0, texts.size() / 2)
                .filter(pair -> joined(clusters, pair))
                .count();
    }

    private static boolean joined(Clusters clusters, int pair) {
        return clusters.survivor(2 * pair) == clusters.survivor(2 * pair + 1);
    }

    private void assertNothingElseJoined(Clusters clusters) {
        for (int document = 0; document < texts.size(); document++) {
            assertThat(clusters.survivor(document) / 2).isEqualTo(document / 2);
        }
    }

    private Clusters resolve(double least) throws IOException {
        DedupSettings settings =
                new DedupSettings(true, Optional.of(new MinHashDedup(14, 8, 5, OptionalDouble.of(least))));
        UnitKeysWriter writer = new UnitKeysWriter(settings);
        TextView view = new TextView(new FrenchTokenizer());
        for (int i = 0; i < texts.size(); i++) {
            Digest digest = CanonicalText.digest(texts.get(i));
            SurvivorRank rank = new SurvivorRank(1, 1, 0, DocumentId.of("pairs", digest), i);
            writer.add(digest, view.of(texts.get(i)).tokens(), rank);
        }
        Path file = directory.resolve("pairs.keys");
        writer.write(file, IntStream.range(0, texts.size()).toArray());
        TokenSource tokens = (unit, rows, sink) -> {
            for (int row : rows) {
                sink.accept(row, view.of(texts.get(row)).tokens());
            }
        };
        return DuplicateIndex.resolve(
                List.of(UnitKeys.open(file, settings)),
                settings,
                new Barrier(tokens, directory, 1, DuplicateListener.SILENT));
    }

    private void read() throws IOException {
        Path pairs = SharedFolder.need("data/neardup");
        List<String> rows = Files.readAllLines(pairs.resolve("pairs.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t");
            texts.add(Files.readString(pairs.resolve(cells[0])));
            texts.add(Files.readString(pairs.resolve(cells[1])));
        }
    }

    private double similarity(int pair) {
        int[] a = shingles(texts.get(2 * pair));
        int[] b = shingles(texts.get(2 * pair + 1));
        int common = PairComparison.common(a, a.length, b, b.length);
        return (double) common / (a.length + b.length - common);
    }

    private static int[] shingles(String text) {
        Shingles shingles = new Shingles(5);
        shingles.of(new TextView(new FrenchTokenizer()).of(text).tokens());
        return shingles.toSortedSet();
    }
}
