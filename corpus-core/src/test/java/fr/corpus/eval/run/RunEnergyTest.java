package fr.corpus.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.energy.EnergyModel;
import fr.corpus.energy.MeasuredEnergy;
import fr.corpus.error.RecipeException;
import fr.corpus.eval.compare.Comparison;
import fr.corpus.eval.compare.ComparisonFiles;
import fr.corpus.eval.compare.ComparisonRequest;
import fr.corpus.eval.compare.SystemScore;
import fr.corpus.eval.score.MeasuredAnswers;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreCheck;
import fr.corpus.eval.score.ScoreFiles;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.score.Scoring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEnergyTest {

    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    @TempDir
    Path folder;

    private String pack;

    @BeforeEach
    void makePack() throws Exception {
        pack = TinyPack.choices(folder.resolve("choix"), 6);
    }

    private static MeasuredAnswers session(long answers, OptionalDouble processor, OptionalDouble graphics) {
        return new MeasuredAnswers(answers, new MeasuredEnergy(10, processor, graphics));
    }

    private MeasuredAnswers sum(MeasuredAnswers... sessions) throws Exception {
        RunEnergy energy = new RunEnergy();
        for (MeasuredAnswers session : sessions) {
            energy.take(RunEnergy.line(session));
        }
        Path file = folder.resolve("energy.json");
        energy.write(file);
        return MeasuredAnswers.read(file);
    }

    private static OptionalDouble joules(double value) {
        return OptionalDouble.of(value);
    }

    @Test
    void addsUpSessionsWithCounters() throws Exception {
        assertThat(sum(session(3, joules(36), UNKNOWN), session(2, joules(54), UNKNOWN)))
                .isEqualTo(new MeasuredAnswers(5, new MeasuredEnergy(20, joules(90), UNKNOWN)));
        assertThat(sum(session(3, joules(36), UNKNOWN), session(2, joules(54), UNKNOWN))
                        .processorWattHours())
                .hasValue(90 / 3600.0 / 5);
    }

    @Test
    void aSessionWithoutCountersCountsNoAnswer() throws Exception {
        assertThat(sum(session(3, joules(36), UNKNOWN), session(2, UNKNOWN, UNKNOWN))
                        .answers())
                .isEqualTo(3);
        MeasuredAnswers none = sum(session(2, UNKNOWN, UNKNOWN));
        assertThat(none.answers()).isZero();
        assertThat(none.processorWattHours()).isEmpty();
    }

    @Test
    void aCounterThatOneSessionLacksIsUnknown() throws Exception {
        MeasuredAnswers all = sum(session(3, joules(36), UNKNOWN), session(2, joules(9), joules(18)));
        assertThat(all.graphicsWattHours()).isEmpty();
        assertThat(all.answers()).isEqualTo(5);
    }

    /** A run of two answers to three questions each, measured by its journal’s word, since a test machine may have no counter. */
    private Path run(String name, int answers, double joules, EnergyModel model) throws Exception {
        Path directory = folder.resolve(name);
        RunRequest request = RunRequest.of(pack, name, directory).with(RunMethod.CHAT);
        try (LoopbackModel server = LoopbackModel.saying("A")) {
            for (int session = 0; session < 2; session++) {
                try (EvaluationRun run = EvaluationRun.open(request)) {
                    RunResult result = run.execute(
                            ServerAddress.parse(server.address()), Optional.empty(), Traffic.USUAL, progress -> {});
                    RunScore.write(request, result, Optional.of(model), Locale.FRENCH, 1);
                }
                Path journal = directory.resolve("journal.jsonl");
                List<String> lines = Files.readAllLines(journal);
                lines.removeIf(line -> line.contains("session_seconds"));
                lines.add("{\"graphics_joules\":null,\"processor_joules\":" + joules + ",\"session_answers\":" + answers
                        + ",\"session_seconds\":12.5}");
                Files.write(journal, lines, StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
        return directory;
    }

    private static EnergyModel model(String zone) {
        return new EnergyModel(
                "0.11.3",
                new EnergyModel.Billions(7, 7),
                new EnergyModel.Billions(7, 7),
                Optional.of(zone),
                1.2,
                OptionalDouble.empty());
    }

    @Test
    void isToldByReportAndComparison() throws Exception {
        Path one = run("un", 6, 21.6, model("FRA"));
        Path two = run("deux", 4, 360, model("FRA"));
        assertThat(Files.readString(two.resolve("report.json")))
                .contains(
                        "\"measured\":{\"answers\":4,\"graphicsJoules\":null,\"processorJoules\":360,\"seconds\":12.5}")
                .contains("\"unmeasured\":2");
        assertThat(Files.readString(one.resolve("report.html"))).contains("0,006", "0,001", "inconnu");
        assertThat(Files.readString(two.resolve("report.html"))).contains("2 sorties ont été obtenues");
        assertThat(ScoreCheck.differences(two.resolve("report.json"), 1)).isEmpty();

        Comparison comparison = Comparison.of(ComparisonRequest.of(List.of(one, two)), 1);
        List<SystemScore> systems = comparison.packs().get(0).systems();
        assertThat(systems.get(1).energy().measured().orElseThrow().processorWattHours())
                .hasValue(0.1 / 4);
        assertThat(systems.get(0).energy().wattHours()).hasSize(3).isSorted();
        assertThat(systems.get(0).energy().grams()).hasSize(3);
        assertThat(comparison.packs().get(0).energiesAlike()).isTrue();
        Path page = folder.resolve("page.html");
        ComparisonFiles.page(comparison, page, Locale.FRENCH);
        assertThat(Files.readString(page))
                .contains("Énergie d’une réponse", "0,025")
                .doesNotContain("ne les comparez pas");
    }

    @Test
    void anEstimateOfNoAnswerIsUnknown() throws Exception {
        Path outputs = folder.resolve("sans-jetons.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            lines.append("{\"item_id\":\"q" + i + "\",\"output\":\"A\"}\n");
        }
        Files.writeString(outputs, lines);
        Path page = folder.resolve("page.html");
        ScoreFiles.page(
                Scoring.of(
                        ScoreRequest.of(outputs, OutputFormat.NEUTRAL, pack).withEnergy(Optional.of(model("FRA"))), 1),
                page,
                Locale.FRENCH);
        assertThat(Files.readString(page)).contains("l’énergie est inconnue").doesNotContain("EcoLogits");
    }

    @Test
    void estimatesOfTwoKindsAreSaidNotToCompare() throws Exception {
        Path one = run("un", 6, 21.6, model("FRA"));
        Path two = run("deux", 6, 21.6, model("WOR"));
        Comparison comparison = Comparison.of(ComparisonRequest.of(List.of(one, two)), 1);
        assertThat(comparison.packs().get(0).energiesAlike()).isFalse();
        Path page = folder.resolve("page.html");
        ComparisonFiles.page(comparison, page, Locale.FRENCH);
        assertThat(Files.readString(page)).contains("ne les comparez pas");
    }

    @Test
    void whatWasMeasuredForMoreAnswersIsOfAnotherRun() throws Exception {
        Path one = run("un", 6, 21.6, model("FRA"));
        Path other = folder.resolve("autre.json");
        Files.writeString(other, "{\"answers\":7,\"graphicsJoules\":null,\"processorJoules\":1,\"seconds\":2}");
        assertThatThrownBy(() -> scored(one, other))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("7");
        Files.writeString(other, "{\"answers\":-1,\"seconds\":2}");
        assertThatThrownBy(() -> scored(one, other)).isInstanceOf(RecipeException.class);
    }

    private Scoring scored(Path run, Path measured) throws Exception {
        return Scoring.of(
                ScoreRequest.of(run.resolve("outputs.jsonl"), OutputFormat.NEUTRAL, pack)
                        .withMeasured(Optional.of(measured)),
                1);
    }
}
