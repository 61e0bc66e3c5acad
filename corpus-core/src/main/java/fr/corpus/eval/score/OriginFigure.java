package fr.corpus.eval.score;

import java.util.Optional;

/**
 * A figure that the originating tool gave, beside ours. Immutable.
 *
 * @param name its name there, with the filter after a comma
 * @param value mean over items × 100
 * @param items of how many items it was given
 * @param same our metric that has the same value for each of these items, if one has
 * @param reproduced else the convention that gives it again from the tool’s own answers and targets, as a signature, if one does
 * @param nearest else the one that differs least
 * @param nearestValue its mean over these items × 100
 * @param differing items of which the nearest differs
 */
public record OriginFigure(
        String name,
        double value,
        int items,
        Optional<String> same,
        Optional<String> reproduced,
        Optional<String> nearest,
        double nearestValue,
        int differing) {}
