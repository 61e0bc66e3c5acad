package fr.corpus.eval.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.eval.format.JsonLines;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackImport;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.testing.OfficialSet;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public set from its official file to a score: imported, then answered rightly, wrongly, in part and not at all. */
class OfficialSetsTest {

    private static final double PRECISE = 1e-9;
    private static final Set<String> HEADLINES =
            Set.of("acc", "em", "exact_match", "exact_set", "strict", "chrf", "rouge1");
    private static final String GOOD_SENTENCE = "+";

    @TempDir
    Path folder;

    static Stream<OfficialSet> sets() throws IOException {
        return OfficialSet.all();
    }

    @Test
    void everySetThatIsReadFromAFileIsTried() throws IOException {
        Set<String> tried = new TreeSet<>();
        for (OfficialSet set : sets().toList()) {
            tried.add(PackCatalog.load().find(set.pack()).pack().reference());
        }
        assertThat(tried)
                .containsExactlyElementsOf(PackCatalog.load().packs().stream()
                        .filter(stored -> !stored.carriesItems())
                        .map(stored -> stored.pack().reference())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void anOfficialFileIsImportedAndScored(OfficialSet set) throws IOException, SQLException {
        StoredPack public_ = PackCatalog.load().find(set.pack());
        List<Path> files = set.files(folder);
        Path pack = folder.resolve("pack");
        PackImport made = PackImport.make(public_, files, pack);
        List<PackItem> items = made.imported().items();
        assertThat(items).hasSameSizeAs(set.right());
        int free = (int) items.stream()
                .filter(item -> item instanceof PackItem.ShortAnswer asked
                        && asked.answers().isEmpty())
                .count();
        int size = items.size();
        List<Path> data = made.withTexts() ? List.of() : files;
        assertThat(score(pack, data, items, i -> set.right().get(i))).isCloseTo(100, within(PRECISE));
        assertThat(score(pack, data, items, i -> wrong(items.get(i), set.right().get(i))))
                .isLessThan(1);
        assertThat(score(pack, data, items, i -> "")).isCloseTo(100.0 * free / size, within(PRECISE));
        if (size > 1 && !(items.get(0) instanceof PackItem.Generation)) {
            assertThat(score(
                            pack,
                            data,
                            items,
                            i -> i == 0
                                    ? set.right().get(0)
                                    : wrong(items.get(i), set.right().get(i))))
                    .isCloseTo(100.0 / size, within(PRECISE));
        }
    }

    private static String wrong(PackItem item, String right) {
        if (item instanceof PackItem.MultipleChoice choice) {
            List<String> letters = IntStream.range(0, choice.choices().size())
                    .filter(i -> !choice.answers().contains(i))
                    .mapToObj(PackItem::letter)
                    .toList();
            return letters.get(0);
        }
        return right.equals(GOOD_SENTENCE)
                ? "-"
                : item instanceof PackItem.Instructions ? "Zut, zut, zut." : "zzz 987654";
    }

    private double score(Path pack, List<Path> data, List<PackItem> items, IntFunction<String> answer)
            throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(Map.of("item_id", items.get(i).id(), "output", output(items.get(i), answer.apply(i))));
        }
        Collections.reverse(lines);
        Path outputs = folder.resolve("outputs.jsonl");
        JsonLines.write(outputs, lines);
        Scoring scoring = Scoring.of(
                ScoreRequest.of(outputs, OutputFormat.NEUTRAL, pack.toString()).withData(data), 2);
        return scoring.metrics().stream()
                .filter(metric ->
                        HEADLINES.contains(metric.name()) && metric.value().isPresent())
                .findFirst()
                .orElseThrow()
                .value()
                .getAsDouble();
    }

    private static String output(PackItem item, String answer) {
        if (item instanceof PackItem.MinimalPair pair && !answer.isEmpty()) {
            return answer.equals(GOOD_SENTENCE) == pair.goodFirst() ? "A" : "B";
        }
        return answer;
    }
}
