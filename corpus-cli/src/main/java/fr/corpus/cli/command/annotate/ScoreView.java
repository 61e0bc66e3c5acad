package fr.corpus.cli.command.annotate;

import fr.corpus.annotate.accuracy.Score;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How precision, recall and F1 are shown, as a line and as an object. */
final class ScoreView {

    private ScoreView() {}

    /** A line below the head {@code cli.accuracy-head}. */
    static String line(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "  %-14s %7.2f %7.2f %7.2f   %6.2f–%6.2f  %d/%d",
                name,
                100 * score.precision(),
                100 * score.recall(),
                100 * score.f1(),
                100 * score.low(),
                100 * score.high(),
                score.correct(),
                score.gold());
    }

    /** A score for machines. */
    static Map<String, Object> json(Score score) {
        Map<String, Object> one = new TreeMap<>();
        one.put("precision", score.precision());
        one.put("recall", score.recall());
        one.put("f1", score.f1());
        one.put("low95", score.low());
        one.put("high95", score.high());
        one.put("correct", score.correct());
        one.put("gold", score.gold());
        one.put("system", score.system());
        return one;
    }
}
