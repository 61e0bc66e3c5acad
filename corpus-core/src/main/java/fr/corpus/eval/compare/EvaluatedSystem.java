package fr.corpus.eval.compare;

import fr.corpus.eval.score.ScoreReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of the systems compared. Immutable.
 *
 * @param name the name of its file or folder, as far as it tells it from the others
 * @param input that file or folder
 * @param reports its scores, one for each pack
 */
record EvaluatedSystem(String name, Path input, List<ScoreReport> reports) {
    EvaluatedSystem {
        reports = List.copyOf(reports);
    }

    /** Its score on a pack. */
    Optional<ScoreReport> on(String reference) {
        return reports.stream()
                .filter(report -> report.pack().reference().equals(reference))
                .findFirst();
    }

    /** Its packs. */
    List<String> packs() {
        return reports.stream().map(report -> report.pack().reference()).toList();
    }
}
