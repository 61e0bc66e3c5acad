package fr.corpus.text.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Chooses the n-grams that a model keeps: those that are frequent somewhere and mark it. Immutable once made. */
final class KeptNgrams {

    /** A variety with fewer letters weighs as if it had so many, or its accidents would fill the model. */
    private static final double FEWEST_LETTERS = 20_000;

    private final List<NgramCounts> counts;
    private final double[] worth;
    private final long[] kept;

    /**
     * Chooses.
     *
     * @param counts by variety
     * @param worth by variety, how much an n-gram that marks it counts
     * @param most how many are kept
     */
    KeptNgrams(List<NgramCounts> counts, double[] worth, int most) {
        this.counts = counts;
        this.worth = worth;
        double least = leastValue(most);
        long[] found = new long[most + 1024];
        int size = 0;
        for (Merge merge = new Merge(); merge.next(); ) {
            if (merge.value() >= least && size < found.length && isContinued(merge.gram, found, size)) {
                found[size++] = merge.gram;
            }
        }
        kept = Arrays.copyOf(found, size);
    }

    /** Whether all that an n-gram begins with is kept, so that looking up may stop at the first that is not. */
    private static boolean isContinued(long gram, long[] kept, int size) {
        return Alphabet.length(gram) == 1 || Arrays.binarySearch(kept, 0, size, Alphabet.context(gram)) >= 0;
    }

    /** The n-grams in rising order. */
    long[] all() {
        return kept;
    }

    /** Whether an n-gram is kept. */
    boolean has(long packed) {
        return Arrays.binarySearch(kept, packed) >= 0;
    }

    private double leastValue(int most) {
        double[] values = new double[1 << 20];
        int size = 0;
        for (Merge merge = new Merge(); merge.next(); ) {
            double value = merge.value();
            if (value > 0) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = value;
            }
        }
        Arrays.sort(values, 0, size);
        return size <= most ? Double.MIN_VALUE : values[size - most];
    }

    /** Walks the n-grams of all varieties in rising order. */
    private final class Merge {
        private final PriorityQueue<Cursor> queue =
                new PriorityQueue<>(Comparator.comparingLong(Cursor::gram).thenComparingInt(cursor -> cursor.variety));
        private long gram;
        private double sum;
        private double top;
        private double best;

        Merge() {
            for (int v = 0; v < counts.size(); v++) {
                Cursor cursor = new Cursor(v);
                if (cursor.hasGram()) {
                    queue.add(cursor);
                }
            }
        }

        boolean next() {
            if (queue.isEmpty()) {
                return false;
            }
            gram = queue.peek().gram();
            sum = 0;
            top = 0;
            best = 0;
            while (!queue.isEmpty() && queue.peek().gram() == gram) {
                Cursor cursor = queue.poll();
                NgramCounts own = counts.get(cursor.variety);
                int count = own.count(cursor.place);
                double rate = count / Math.max(FEWEST_LETTERS, own.letters());
                sum += rate;
                top = Math.max(top, rate);
                best = Math.max(best, count < 2 ? 0 : rate * worth[cursor.variety]);
                cursor.place++;
                if (cursor.hasGram()) {
                    queue.add(cursor);
                }
            }
            return true;
        }

        /** Its rate where it is worth most, times how much more frequent it is at its most than on average. */
        double value() {
            if (Alphabet.length(gram) == 1) {
                return Double.MAX_VALUE;
            }
            return best == 0 ? 0 : best * (1 + StrictMath.log(top * counts.size() / sum));
        }
    }

    /** A place in the counts of one variety. */
    private final class Cursor {
        private final int variety;
        private int place;

        Cursor(int variety) {
            this.variety = variety;
        }

        boolean hasGram() {
            return place < counts.get(variety).size();
        }

        long gram() {
            return counts.get(variety).gram(place);
        }
    }
}
