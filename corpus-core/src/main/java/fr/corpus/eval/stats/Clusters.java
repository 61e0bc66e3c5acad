package fr.corpus.eval.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which items hang together, such as questions on one passage; clusters are numbered as they first come. Immutable. */
public final class Clusters {

    private final int[] numbers;
    private final int count;

    private Clusters(int[] numbers, int count) {
        this.numbers = numbers;
        this.count = count;
    }

    /**
     * Clusters by name.
     *
     * @param names the cluster of each item, at least one
     */
    public static Clusters of(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("need at least one item");
        }
        int[] numbers = new int[names.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            Integer number = known.putIfAbsent(names.get(i), known.size());
            numbers[i] = number == null ? known.size() - 1 : number;
        }
        return new Clusters(numbers, known.size());
    }

    /** The clusters of some of the items, in the order given. */
    public Clusters only(List<Integer> places) {
        return of(names(places));
    }

    /** The numbers of the clusters of some of the items, as names. */
    public List<String> names(List<Integer> places) {
        return places.stream().map(place -> String.valueOf(numbers[place])).toList();
    }

    /** How many items there are. */
    public int items() {
        return numbers.length;
    }

    /** The number of the cluster of an item, from 0. */
    public int number(int item) {
        return numbers[item];
    }

    /** How many clusters there are. */
    public int count() {
        return count;
    }

    /** Whether no item hangs together with another. */
    public boolean areSingle() {
        return count == numbers.length;
    }

    /** The sum of the scores of each cluster. */
    public double[] sums(double[] scores) {
        if (scores.length != numbers.length) {
            throw new IllegalArgumentException("need a score for each of " + numbers.length + " items");
        }
        double[] sums = new double[count];
        for (int i = 0; i < scores.length; i++) {
            sums[numbers[i]] += scores[i];
        }
        return sums;
    }

    /** The number of items of each cluster. */
    public double[] sizes() {
        double[] sizes = new double[count];
        for (int number : numbers) {
            sizes[number]++;
        }
        return sizes;
    }

    /**
     * The standard error of a mean: of clusters with the correction CR1, which for single items is the usual one; 0 for one
     * cluster, of which nothing can be said.
     */
    public double standardError(double[] scores) {
        return count < 2 ? 0 : Math.sqrt(squares(scores) * count / (count - 1.0)) / scores.length;
    }

    /** The sum over clusters of the square of what their scores differ from the mean of all. */
    double squares(double[] scores) {
        double mean = SampleMean.mean(scores);
        double[] sums = new double[count];
        for (int i = 0; i < scores.length; i++) {
            sums[numbers[i]] += scores[i] - mean;
        }
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        return squares;
    }
}
