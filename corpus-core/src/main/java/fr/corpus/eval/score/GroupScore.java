package fr.corpus.eval.score;

import fr.corpus.stats.Interval;
import java.util.Optional;

/**
 * The headline metric over the items of one group. Immutable.
 *
 * @param tag what groups: {@code variety}, {@code answerable} or a tag of the pack
 * @param value of the tag
 * @param items how many
 * @param score 0 to 100
 * @param interval 95 %; empty for scores of texts
 */
public record GroupScore(String tag, String value, int items, double score, Optional<Interval> interval) {}
