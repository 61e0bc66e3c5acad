package fr.corpus.eval.run;

import fr.corpus.energy.EnergyModel;
import fr.corpus.eval.score.ItemScores;
import fr.corpus.eval.score.OutputFormat;
import fr.corpus.eval.score.ScoreFiles;
import fr.corpus.eval.score.ScoreRequest;
import fr.corpus.eval.score.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Scores a run that is complete, as {@code eval score} scores a file. Thread-safe. */
public final class RunScore {

    private RunScore() {}

    /**
     * Writes {@code report.html}, {@code report.json} and {@code items.jsonl} into the directory of a run.
     *
     * @param energy what to estimate the energy of the answers by; unknown unless given
     * @throws fr.corpus.error.RecipeException if some question has no answer
     */
    public static Scoring write(
            RunRequest request, RunResult result, Optional<EnergyModel> energy, Locale locale, int threads)
            throws IOException {
        Scoring scoring = Scoring.of(
                ScoreRequest.of(result.outputs(), OutputFormat.NEUTRAL, request.pack())
                        .withData(request.data())
                        .withEnergy(energy)
                        .withMeasured(Optional.of(new RunFolder(request.directory()).energy())
                                .filter(Files::exists)),
                threads);
        Path folder = request.directory();
        ScoreFiles.page(scoring, folder.resolve("report.html"), locale);
        ItemScores.write(scoring, folder.resolve("items.jsonl"));
        return scoring;
    }
}
