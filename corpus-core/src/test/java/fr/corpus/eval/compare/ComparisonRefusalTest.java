package fr.corpus.eval.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compared is refused, and what may be is marked. */
class ComparisonRefusalTest {

    private static final int ITEMS = 40;

    @TempDir
    Path directory;

    private Path first;
    private final ReportFile second = new ReportFile(ITEMS, i -> i % 3 == 0 ? 1 : 0);

    @BeforeEach
    void writeFirst() throws IOException {
        first = new ReportFile(ITEMS, i -> i % 2)
                .write(directory.resolve("un/report.json"))
                .getParent();
    }

    private Comparison compare() throws IOException {
        return Comparison.of(request(), 1);
    }

    private ComparisonRequest request() throws IOException {
        return ComparisonRequest.of(List.of(
                first, second.write(directory.resolve("deux/report.json")).getParent()));
    }

    private static void refuses(ThrowingCallable work, String... words) {
        assertThatThrownBy(work).isInstanceOf(RecipeException.class).hasMessageContainingAll(words);
    }

    @Test
    void foldersOfRunsAreNamedByTheirNames() throws IOException {
        assertThat(compare().systems()).containsExactly("un", "deux");
        Path other = new ReportFile(ITEMS, i -> 1).write(directory.resolve("b/un/report.json"));
        Comparison comparison = Comparison.of(ComparisonRequest.of(List.of(first, other.getParent())), 1);
        assertThat(comparison.systems()).doesNotHaveDuplicates().last().isEqualTo("b/un");
    }

    @Test
    void oneSystemIsNoComparison() {
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(first)), 1), "1 systems");
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(first, first)), 1), "twice");
        refuses(
                () -> Comparison.of(ComparisonRequest.of(List.of(first, directory.resolve("non"))), 1),
                "non",
                "no such file");
    }

    @Test
    void otherPacksVersionsAndEditionsAreRefused() {
        second.pack.put("reference", "essai@2");
        refuses(this::compare, "essai@1", "essai@2", "deux");
        second.pack.put("reference", "essai@1");
        second.pack.put("sha256", "cc");
        refuses(this::compare, "edition", "aa", "cc");
        second.pack.put("sha256", "aa");
        second.pack.put("data", List.of(Map.of("name", "officiel.json", "sha256", "dd")));
        refuses(this::compare, "official files", "officiel.json dd");
    }

    @Test
    void otherSignaturesAreRefused() {
        second.metric.put("signature", "metric:em|norm:cole|version:1");
        refuses(this::compare, "metric:em|version:1", "metric:em|norm:cole|version:1");
    }

    @Test
    void whatWasWeighedIsNotComparedWithWhatWasWritten() throws IOException {
        List<String> written = new ArrayList<>();
        List<String> weighed = new ArrayList<>();
        List<String> letters = new ArrayList<>();
        for (PackItem item : PackCatalog.load().find("fr-varietes@1").items()) {
            String start = "{\"pack\":\"fr-varietes@1\",\"item_id\":\"" + item.id() + "\",\"output\":\"A\"";
            int choices = ((PackItem.MultipleChoice) item).choices().size();
            String likelihoods =
                    ",\"choices\":" + IntStream.range(-choices, 0).boxed().toList();
            written.add(start + "}");
            weighed.add(start + likelihoods + "}");
            letters.add(start + likelihoods + ",\"choices_of\":\"letters\"}");
        }
        Path one = Files.write(directory.resolve("ecrit.jsonl"), written);
        Path two = Files.write(directory.resolve("pese.jsonl"), weighed);
        Path three = Files.write(directory.resolve("lettres.jsonl"), letters);
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(one, two)), 1), "by:text|", "by:loglikelihood-");
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(one, three)), 1), "by:text|", "by:letter-");
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(two, three)), 1), "by:loglik", "by:letter-");
    }

    @Test
    void missingItemsAreCountedAndRefusedUnlessLeftOut() throws IOException {
        second.counts.put("answered", ITEMS - 3L);
        for (String key : List.of("ids", "clusters")) {
            second.values.put(key, ((List<?>) second.values.get(key)).subList(3, ITEMS));
        }
        second.values.put(
                "metrics",
                Map.of(
                        "em",
                        IntStream.range(3, ITEMS)
                                .mapToObj(i -> i % 3 == 0 ? 1 : 0)
                                .toList()));
        refuses(this::compare, "37 of 40", "deux 3", "--common");
        Comparison comparison = Comparison.of(request().withCommon(true), 1);
        assertThat(comparison.isComplete()).isFalse();
        PackComparison pack = comparison.packs().get(0);
        assertThat(pack.items()).isEqualTo(37);
        assertThat(pack.left()).isEqualTo(3);
        assertThat(pack.systems()).extracting(SystemScore::isComplete).containsExactly(true, false);
        assertThat(ComparisonJson.of(comparison)).containsEntry("complete", false);
    }

    @Test
    void unknownValuesAreMissingItems() {
        refuses(
                () -> Comparison.of(
                        ComparisonRequest.of(List.of(
                                first,
                                new ReportFile(ITEMS, i -> i == 5 ? Double.NaN : 1)
                                        .write(directory.resolve("trou.json")))),
                        1),
                "39 of 40",
                "trou 1");
    }

    @Test
    void aReportThatContradictsItselfIsRefused() {
        second.counts.put("answered", ITEMS - 1L);
        refuses(this::compare, "contradicts itself");
        second.counts.put("answered", (long) ITEMS);
        second.values.remove("metrics");
        refuses(this::compare, "contradicts itself");
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Path file = directory.resolve("deux.json");
        Files.writeString(file, "[1,2]");
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(first, file)), 1), "deux.json", "not the report");
        Files.writeString(file, "{\"report\":1,\"kind\":\"score\"}");
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(first, file)), 1), "values of items");
        Files.writeString(file, "{\"report\":1,\"kind\":\"sc");
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(first, file)), 1), "the file was cut off");
        Path empty = Files.createDirectory(directory.resolve("vide"));
        refuses(() -> Comparison.of(ComparisonRequest.of(List.of(first, empty)), 1), "vide", "report.json");
    }

    @Test
    void aMetricThatItemsDoNotHaveIsRefused() throws IOException {
        ComparisonRequest request = request().withMetric("f1");
        refuses(() -> Comparison.of(request, 1), "f1", "em");
    }
}
