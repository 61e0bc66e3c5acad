package fr.corpus.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.eval.compare.Comparison;
import fr.corpus.eval.compare.ComparisonFiles;
import fr.corpus.eval.compare.ComparisonRequest;
import fr.corpus.eval.pack.PackCatalog;
import fr.corpus.eval.pack.PackImport;
import fr.corpus.eval.pack.PackItem;
import fr.corpus.eval.pack.StoredPack;
import fr.corpus.eval.score.ItemScores;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreFiles;
import fr.corpus.eval.score.ScoreJson;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.score.Scoring;
import fr.corpus.hash.CanonicalJson;
import fr.corpus.testing.OfficialSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of a set that may not be redistributed stand in none of the files that we make. */
class WithheldTextsTest {

    /** Shorter texts, as “Rien”, may stand anywhere. */
    private static final int TELLING = 7;

    private static final Traffic QUICK = new Traffic(
            1,
            OptionalLong.empty(),
            OptionalLong.empty(),
            1,
            Duration.ofMillis(1),
            new Traffic.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30)),
            1 << 16);

    @TempDir
    Path official;

    @TempDir
    Path made;

    static Stream<OfficialSet> withheld() throws IOException {
        List<OfficialSet> sets = new ArrayList<>();
        for (OfficialSet set : OfficialSet.all().toList()) {
            if (!PackCatalog.load()
                    .find(set.pack())
                    .pack()
                    .ledger()
                    .redistribution()
                    .allowsTexts()) {
                sets.add(set);
            }
        }
        assertThat(sets).hasSizeGreaterThan(20);
        return sets.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withheld")
    void theTextsOfASetStandInNothingThatIsMadeOfIt(OfficialSet set) throws Exception {
        StoredPack stored = PackCatalog.load().find(set.pack());
        List<Path> files = set.files(official);
        List<PackItem> items = stored.items(files).items();
        RunRequest request = new RunRequest(
                stored.pack().reference(),
                files,
                List.of(),
                true,
                "modele",
                RunMethod.CHAT,
                RunRequest.of(set.pack(), "m", made).preamble(),
                Sampling.GREEDY,
                made.resolve("run"));
        assertThatThrownBy(() -> BatchExport.write(request, made.resolve("lot.jsonl")))
                .hasMessageContaining("may not be redistributed");
        RunResult result;
        try (LoopbackModel model = LoopbackModel.saying("zz, zz");
                EvaluationRun run = EvaluationRun.open(request)) {
            result = run.execute(ServerAddress.parse(model.address()), Optional.empty(), QUICK, RunListener.SILENT);
        }
        assertThat(result.isComplete()).isTrue();
        Scoring scoring = Scoring.of(
                ScoreRequest.of(
                                result.outputs(),
                                OutputFormat.NEUTRAL,
                                stored.pack().reference())
                        .withData(files),
                1);
        write(scoring, made.resolve("un"));
        write(scoring, made.resolve("autre"));
        ComparisonRequest both = ComparisonRequest.of(List.of(made.resolve("un"), made.resolve("autre")));
        boolean ofItems = !stored.pack().metrics().get(0).equals("mcc");
        Comparison comparison = Comparison.of(ofItems ? both : both.withMetric("acc"), 1);
        ComparisonFiles.page(comparison, made.resolve("comparaison.html"), Locale.FRENCH);
        ComparisonFiles.csv(comparison, made.resolve("comparaison.csv"));
        ComparisonFiles.junit(comparison, made.resolve("comparaison.xml"));
        PackImport.make(stored, files, made.resolve("importé"));

        List<String> texts = texts(items, Files.readString(made.resolve("importé/pack.yaml")));
        assertThat(texts).isNotEmpty();
        try (Stream<Path> tree = Files.walk(made)) {
            List<Path> written = tree.filter(Files::isRegularFile).toList();
            assertThat(written).hasSizeGreaterThan(14);
            for (Path file : written) {
                String content = Files.readString(file);
                for (String text : texts) {
                    assertThat(content).as("%s in %s", text, file.getFileName()).doesNotContain(text);
                }
            }
        }
    }

    private static void write(Scoring scoring, Path folder) throws IOException {
        Files.createDirectory(folder);
        ScoreFiles.page(scoring, folder.resolve("report.html"), Locale.FRENCH);
        ScoreFiles.csv(scoring, folder.resolve("note.csv"));
        ScoreFiles.junit(scoring, folder.resolve("note.xml"));
        ItemScores.write(scoring, folder.resolve("items.jsonl"));
        Files.write(folder.resolve("json"), CanonicalJson.of(ScoreJson.of(scoring)));
    }

    /** What the official file says, and not the pack. */
    private static List<String> texts(List<PackItem> items, String pack) {
        List<String> texts = new ArrayList<>();
        for (PackItem item : items) {
            texts.addAll(item.texts());
            if (item instanceof PackItem.MultipleChoice choice) {
                texts.addAll(choice.choices());
            } else if (item instanceof PackItem.ShortAnswer asked) {
                texts.addAll(asked.answers());
            } else if (item instanceof PackItem.Generation text) {
                texts.addAll(text.references());
            }
        }
        return texts.stream()
                .filter(text -> text.length() >= TELLING && !pack.contains(text))
                .toList();
    }
}
