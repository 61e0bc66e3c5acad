package fr.corpus.eval.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The items on which systems differ. Immutable.
 *
 * @param allRight items on which every system has the highest value
 * @param allWrong items on which every system has the value 0
 * @param places the other items on which values differ, those that differ most first
 */
record Disagreement(int allRight, int allWrong, List<Integer> places) {

    Disagreement {
        places = List.copyOf(places);
    }

    /** The items of aligned scores. */
    static Disagreement of(AlignedScores scores) {
        double most = 100 / scores.points();
        int right = 0;
        int wrong = 0;
        List<Integer> places = new ArrayList<>();
        double[] spread = new double[scores.ids().size()];
        for (int i = 0; i < spread.length; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] system : scores.values()) {
                low = Math.min(low, system[i]);
                high = Math.max(high, system[i]);
            }
            spread[i] = high - low;
            right += low == most ? 1 : 0;
            wrong += high == 0 ? 1 : 0;
            if (spread[i] > 0) {
                places.add(i);
            }
        }
        places.sort(Comparator.comparingDouble((Integer place) -> -spread[place]));
        return new Disagreement(right, wrong, places);
    }

    /** Some of the items, from all over the pack, when there are more than a page should show. */
    List<Integer> some(int limit) {
        if (places.size() <= limit) {
            return places;
        }
        List<Integer> some = new ArrayList<>();
        for (long i = 0; i < limit; i++) {
            some.add(places.get((int) (i * places.size() / limit)));
        }
        return some;
    }
}
