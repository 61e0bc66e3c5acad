package fr.corpus.eval.stats;

import fr.corpus.stats.Interval;
import fr.corpus.stats.Normal;

/**
 * Strengths that explain duels best (Bradley and Terry 1952): P(a beats b) = p_a / (p_a + p_b), at the true maximum of the
 * likelihood, found by Newton’s method. Immutable.
 */
public final class BradleyTerry {

    private static final int MAX_STEPS = 200;
    private static final double CLOSE = 1e-13;
    private static final double SCALE = 400;
    private static final double START = 1000;

    private final double[] logs;
    private final double[] errors;

    private BradleyTerry(double[] logs, double[] errors) {
        this.logs = logs;
        this.errors = errors;
    }

    /**
     * Fits strengths.
     *
     * @param tiesCount whether a tie is half a win for both; otherwise ties are left out
     * @throws IllegalArgumentException if not all players can be compared: see {@link Duels#components}
     */
    public static BradleyTerry fit(Duels duels, boolean tiesCount) {
        if (duels.components(tiesCount).size() != 1) {
            throw new IllegalArgumentException("not all players can be compared");
        }
        double[][] wins = duels.wins(tiesCount);
        int n = duels.players();
        double[] logs = new double[n];
        double likelihood = likelihood(wins, logs);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] move = LinearSystem.solve(information(wins, logs), gradient(wins, logs));
            double factor = 1;
            double[] next = moved(logs, move, factor);
            double better = likelihood(wins, next);
            while (better < likelihood && factor > 1e-10) {
                factor /= 2;
                next = moved(logs, move, factor);
                better = likelihood(wins, next);
            }
            logs = next;
            likelihood = better;
            if (largest(move) < CLOSE) {
                break;
            }
        }
        return new BradleyTerry(logs, errors(wins, logs));
    }

    private static double[] moved(double[] logs, double[] move, double factor) {
        double[] next = new double[logs.length];
        double sum = 0;
        for (int i = 0; i < next.length; i++) {
            next[i] = logs[i] + factor * move[i];
            sum += next[i];
        }
        for (int i = 0; i < next.length; i++) {
            next[i] -= sum / next.length;
        }
        return next;
    }

    private static double largest(double[] move) {
        double largest = 0;
        for (double one : move) {
            largest = Math.max(largest, Math.abs(one));
        }
        return largest;
    }

    private static double chance(double difference) {
        return 1 / (1 + StrictMath.exp(-difference));
    }

    private static double likelihood(double[][] wins, double[] logs) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            for (int j = 0; j < logs.length; j++) {
                if (wins[i][j] > 0) {
                    sum -= wins[i][j] * StrictMath.log1p(StrictMath.exp(logs[j] - logs[i]));
                }
            }
        }
        return sum;
    }

    private static double[] gradient(double[][] wins, double[] logs) {
        double[] gradient = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            for (int j = 0; j < logs.length; j++) {
                if (i != j) {
                    double expected = (wins[i][j] + wins[j][i]) * chance(logs[i] - logs[j]);
                    gradient[i] += wins[i][j] - expected;
                }
            }
        }
        return gradient;
    }

    /** The information matrix, with a constant added so that strengths with mean logarithm 0 are its only solution. */
    private static double[][] information(double[][] wins, double[] logs) {
        int n = logs.length;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] += 1.0 / n;
                if (i != j) {
                    double p = chance(logs[i] - logs[j]);
                    double weight = (wins[i][j] + wins[j][i]) * p * (1 - p);
                    matrix[i][j] -= weight;
                    matrix[i][i] += weight;
                }
            }
        }
        return matrix;
    }

    /** Standard errors that hold if the model does not (sandwich). */
    private static double[] errors(double[][] wins, double[] logs) {
        int n = logs.length;
        double[][] meat = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double p = chance(logs[i] - logs[j]);
                    double weight = wins[i][j] * (1 - p) * (1 - p) + wins[j][i] * p * p;
                    meat[i][j] -= weight;
                    meat[i][i] += weight;
                }
            }
        }
        double[][] matrix = information(wins, logs);
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            for (int j = 0; j < n; j++) {
                unit[j] = (i == j ? 1 : 0) - 1.0 / n;
            }
            double[] row = LinearSystem.solve(matrix, unit);
            double variance = 0;
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    variance += row[j] * meat[j][k] * row[k];
                }
            }
            errors[i] = Math.sqrt(Math.max(0, variance));
        }
        return errors;
    }

    /** The strength of a player; the geometric mean of all is 1. */
    public double strength(int player) {
        return StrictMath.exp(logs[player]);
    }

    /** The strength on the scale of chess: 1000 + 400 · log₁₀ p. */
    public double score(int player) {
        return START + SCALE * logs[player] / StrictMath.log(10);
    }

    /** The standard error of the natural logarithm of a strength. */
    public double standardError(int player) {
        return errors[player];
    }

    /** The interval of a score by the normal approximation. */
    public Interval interval(int player, double confidence) {
        double reach = Normal.reach(confidence) * errors[player] * SCALE / StrictMath.log(10);
        return new Interval(score(player) - reach, score(player) + reach);
    }
}
