package fr.corpus.eval.compare;

import fr.corpus.eval.metric.Resampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be compared. Immutable.
 *
 * @param inputs one file or folder for each system, see {@link SystemReader}
 * @param metric which metric of every pack; the headline of each unless given
 * @param common whether items that some system lacks are left out, and the comparison marked
 * @param seed of resamples and trials, at least 0
 * @param release a release with its index in which items are looked for; for inputs that are outputs
 */
public record ComparisonRequest(
        List<Path> inputs, Optional<String> metric, boolean common, long seed, Optional<Path> release) {

    public ComparisonRequest {
        inputs = List.copyOf(inputs);
        if (seed < 0) {
            throw new IllegalArgumentException("need a seed of 0 or more, got " + seed);
        }
    }

    /** A request with nothing but inputs. */
    public static ComparisonRequest of(List<Path> inputs) {
        return new ComparisonRequest(inputs, Optional.empty(), false, Resampling.SEED, Optional.empty());
    }

    /** The same, items that some system lacks left out or not. */
    public ComparisonRequest withCommon(boolean leftOut) {
        return new ComparisonRequest(inputs, metric, leftOut, seed, release);
    }

    /** The same by another metric. */
    public ComparisonRequest withMetric(String name) {
        return new ComparisonRequest(inputs, Optional.of(name), common, seed, release);
    }

    /** The same, items looked for in a release. */
    public ComparisonRequest withRelease(Path searched) {
        return new ComparisonRequest(inputs, metric, common, seed, Optional.of(searched));
    }
}
