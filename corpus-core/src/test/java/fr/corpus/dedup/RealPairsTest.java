package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.corpus.document.CanonicalText;
import fr.corpus.document.DocumentId;
import fr.corpus.hash.Digest;
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
    private final List<Double> similarities = new ArrayList<>();

    @Test
    void findsThePairsThatReachTheThresholdAndNoOthers() throws IOException {
        read();
        Clusters clusters = resolve(0.75);
        int expected = 0;
        int found = 0;
        for (int pair = 0; pair < similarities.size(); pair++) {
            // the listed similarity was measured on another tokenizer's words: leave a margin at the threshold
            if (similarities.get(pair) >= 0.78) {
                expected++;
                found += joined(clusters, pair) ? 1 : 0;
            }
        }
        assertThat(expected).isGreaterThan(25);
        assertThat((double) found / expected).isGreaterThanOrEqualTo(0.95);
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
        return IntStream.range(0, similarities.size())
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
                List.of(UnitKeys.open(file, settings)), settings, tokens, directory, 1, DuplicateListener.SILENT);
    }

    private void read() throws IOException {
        Optional<Path> found =
                shared().map(path -> path.resolve("data/neardup")).filter(Files::isDirectory);
        assumeTrue(found.isPresent(), "no shared/data/neardup beside the repository: real pairs are not tested");
        Path pairs = found.get();
        List<String> rows = Files.readAllLines(pairs.resolve("pairs.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t");
            texts.add(Files.readString(pairs.resolve(cells[0])));
            texts.add(Files.readString(pairs.resolve(cells[1])));
            similarities.add(Double.valueOf(cells[4]));
        }
    }

    private static Optional<Path> shared() {
        String named = System.getenv("CORPUS_SHARED");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return Optional.of(at.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
