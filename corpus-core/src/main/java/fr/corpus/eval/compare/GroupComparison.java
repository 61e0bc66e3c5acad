package fr.corpus.eval.compare;

import fr.corpus.stats.Interval;
import java.util.List;

/**
 * The systems on a part of the items. Immutable.
 *
 * @param tag what parts items: {@code variety}, {@code answerable} or a tag of the pack
 * @param value of the tag
 * @param items how many
 * @param scores of the systems, in their order
 */
public record GroupComparison(String tag, String value, int items, List<Part> scores) {

    public GroupComparison {
        scores = List.copyOf(scores);
    }

    /**
     * One system on the part.
     *
     * @param score 0 to 100, TER 0 upwards
     * @param interval 95 %
     */
    public record Part(double score, Interval interval) {}
}
