package fr.corpus.eval.compare;

import fr.corpus.eval.score.ScoreReport;
import fr.corpus.eval.score.Scoring;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One of the systems compared. Immutable.
 *
 * @param name the name of its file or folder, as far as it tells it from the others
 * @param input that file or folder
 * @param scores one for each pack
 */
record EvaluatedSystem(String name, Path input, List<Scored> scores) {
    EvaluatedSystem {
        scores = List.copyOf(scores);
    }

    /**
     * A score, read or just made.
     *
     * @param report the score
     * @param scoring how it was made; empty when it was read
     */
    record Scored(ScoreReport report, Optional<Scoring> scoring) {}

    /** Its scores. */
    List<ScoreReport> reports() {
        return scores.stream().map(Scored::report).toList();
    }

    /** Its score on a pack. */
    Optional<Scored> on(String reference) {
        return scores.stream()
                .filter(one -> one.report().pack().reference().equals(reference))
                .findFirst();
    }

    /** Its packs. */
    List<String> packs() {
        return reports().stream().map(report -> report.pack().reference()).toList();
    }
}
