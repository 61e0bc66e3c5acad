package fr.corpus.eval.compare;

import fr.corpus.eval.score.EnergyTold;
import fr.corpus.eval.score.MetricScore;
import fr.corpus.eval.stats.ParaphraseSpread;
import fr.corpus.eval.stats.RankInterval;
import fr.corpus.stats.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One system on the items of a pack that are compared. Immutable.
 *
 * @param name of the system
 * @param models names of the models in its outputs
 * @param score 0 to 100, TER 0 upwards
 * @param interval 95 %
 * @param method how it was found
 * @param bootstrap the interval by the percentiles of resamples
 * @param standardError of the score; of clusters (CR1) where items hang together
 * @param tier from 1, the best
 * @param ranks that it may have, by the pairs that are told apart
 * @param answered items of the pack with an output, whether compared or not
 * @param total items of the pack
 * @param prompt whose outputs are scored, {@code ""} when not known
 * @param prompts the score by prompt over all items, when there are several
 * @param energy of its answers
 */
public record SystemScore(
        String name,
        List<String> models,
        double score,
        Interval interval,
        MetricScore.Method method,
        Interval bootstrap,
        double standardError,
        int tier,
        RankInterval ranks,
        long answered,
        long total,
        String prompt,
        Map<String, Double> prompts,
        EnergyTold energy) {

    public SystemScore {
        models = List.copyOf(models);
        prompts = Collections.unmodifiableMap(new TreeMap<>(prompts));
    }

    /** Whether every item of the pack was answered. */
    public boolean isComplete() {
        return answered == total;
    }

    /** How much the score depends on the prompt; empty when there is only one. */
    public Optional<ParaphraseSpread> spread() {
        return prompts.size() < 2
                ? Optional.empty()
                : Optional.of(ParaphraseSpread.of(prompts.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
    }
}
