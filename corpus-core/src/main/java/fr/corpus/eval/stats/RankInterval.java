package fr.corpus.eval.stats;

import fr.corpus.stats.Interval;
import java.util.List;

/**
 * The ranks that a system may have, from 1, when scores are known by intervals only.
 *
 * @param best 1 and those who are surely better
 * @param worst all but those who are surely worse
 */
public record RankInterval(int best, int worst) {

    /** The ranks of one system among all. */
    public static RankInterval of(List<Interval> scores, int system) {
        Interval own = scores.get(system);
        int better = 0;
        int worse = 0;
        for (Interval other : scores) {
            if (other.low() > own.high()) {
                better++;
            } else if (other.high() < own.low()) {
                worse++;
            }
        }
        return new RankInterval(1 + better, scores.size() - worse);
    }
}
