package fr.corpus.eval.metric;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measures of predicted labels against right ones, over the union of both sides’ labels (scikit-learn’s conventions). */
public final class Classification {

    private final int[][] confusion;
    private final int count;

    private Classification(int[][] confusion, int count) {
        this.confusion = confusion;
        this.count = count;
    }

    /**
     * Compares labels.
     *
     * @param right at least one
     * @param predicted one for each
     */
    public static Classification of(List<String> right, List<String> predicted) {
        if (right.isEmpty() || right.size() != predicted.size()) {
            throw new IllegalArgumentException(
                    "need a prediction for each label, got " + predicted.size() + " for " + right.size());
        }
        SortedSet<String> labels = new TreeSet<>(right);
        labels.addAll(predicted);
        TreeMap<String, Integer> places = new TreeMap<>();
        labels.forEach(label -> places.put(label, places.size()));
        int[][] confusion = new int[places.size()][places.size()];
        for (int i = 0; i < right.size(); i++) {
            confusion[places.get(right.get(i))][places.get(predicted.get(i))]++;
        }
        return new Classification(confusion, right.size());
    }

    /** The share of right predictions. */
    public double accuracy() {
        return (double) diagonal() / count;
    }

    private long diagonal() {
        long sum = 0;
        for (int i = 0; i < confusion.length; i++) {
            sum += confusion[i][i];
        }
        return sum;
    }

    private long row(int label) {
        long sum = 0;
        for (int cell : confusion[label]) {
            sum += cell;
        }
        return sum;
    }

    private long column(int label) {
        long sum = 0;
        for (int[] cells : confusion) {
            sum += cells[label];
        }
        return sum;
    }

    /** Matthews’ correlation, for any number of labels R_K (Gorodkin 2004); 0 where a side has one label only. */
    public double matthews() {
        double n = count;
        double both = 0;
        double right = 0;
        double predicted = 0;
        for (int label = 0; label < confusion.length; label++) {
            double inRight = row(label);
            double inPredicted = column(label);
            both += inRight * inPredicted;
            right += inRight * inRight;
            predicted += inPredicted * inPredicted;
        }
        double product = (n * n - predicted) * (n * n - right);
        return product == 0 ? 0 : (diagonal() * n - both) / Math.sqrt(product);
    }

    /** The plain mean of the F1 of each label; a label that has no right prediction has F1 0. */
    public double macroF1() {
        double[] scores = new double[confusion.length];
        for (int label = 0; label < scores.length; label++) {
            scores[label] = 2.0 * confusion[label][label] / (row(label) + column(label));
        }
        return NumpySums.mean(scores);
    }
}
