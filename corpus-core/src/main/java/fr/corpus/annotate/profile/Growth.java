package fr.corpus.annotate.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The type–token curve: how many different words the first tokens have, in the order of documents. Immutable.
 *
 * @param points at powers of two, then at the end
 * @param heaps the law fitted to the points from {@value #FIRST_FITTED} tokens on; empty with fewer than three of them
 */
public record Growth(List<Point> points, Optional<Heaps> heaps) {

    /** The first point that a fit looks at: before, the law does not hold. */
    static final int FIRST_FITTED = 1024;

    private static final int FEWEST_POINTS = 3;

    public Growth {
        points = List.copyOf(points);
    }

    /**
     * A point of the curve.
     *
     * @param tokens tokens so far
     * @param types different ones among them
     */
    public record Point(long tokens, long types) {}

    /**
     * Heaps’ law, {@code types = k × tokens^beta} (Information Retrieval: Computational and Theoretical Aspects, 1978), by least squares
     * over logarithms.
     *
     * @param k the factor
     * @param beta the exponent; the nearer to 1, the faster new words still come
     */
    public record Heaps(double k, double beta) {}

    /** Measures a curve. Confined to one thread. Ends early at {@value #MOST_TYPES} types. */
    static final class Curve {

        private static final int MOST_TYPES = 1 << 23;

        private final LongSet types = new LongSet();
        private final List<Point> points = new ArrayList<>();
        private long tokens;

        /** Adds the tokens of a document. */
        void add(long[] forms) {
            for (int i = 0; i < forms.length && types.size() < MOST_TYPES; i++) {
                types.add(forms[i]);
                tokens++;
                if ((tokens & tokens - 1) == 0) {
                    points.add(new Point(tokens, types.size()));
                }
            }
        }

        Growth growth() {
            List<Point> all = new ArrayList<>(points);
            if (tokens > 0 && (tokens & tokens - 1) != 0) {
                all.add(new Point(tokens, types.size()));
            }
            return new Growth(all, fit(all));
        }
    }

    private static Optional<Heaps> fit(List<Point> points) {
        List<Point> fitted =
                points.stream().filter(point -> point.tokens >= FIRST_FITTED).toList();
        if (fitted.size() < FEWEST_POINTS) {
            return Optional.empty();
        }
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (Point point : fitted) {
            double x = StrictMath.log(point.tokens);
            double y = StrictMath.log(point.types);
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        int n = fitted.size();
        double beta = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return Optional.of(new Heaps(StrictMath.exp((sumY - beta * sumX) / n), beta));
    }
}
