package fr.corpus.text.language;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Turns the counts of all varieties into the weights of a model. Confined to one thread. */
final class WeightTable {

    /** A variety weighs at most this many n-grams in the background, so that no language is the background. */
    private static final double SHARE = 100_000;

    private static final int LARGEST = 255;

    private final List<String> varieties;
    private final List<NgramCounts> counts;
    private final LanguageTrainer trainer;
    private final double[][] scale;
    private final double[][] share;
    private final double[] shares = new double[Ngrams.LONGEST + 1];

    WeightTable(List<String> varieties, List<NgramCounts> counts, LanguageTrainer trainer) {
        this.varieties = varieties;
        this.counts = counts;
        this.trainer = trainer;
        scale = new double[Ngrams.LONGEST + 1][varieties.size()];
        share = new double[Ngrams.LONGEST + 1][varieties.size()];
        for (int n = 1; n <= Ngrams.LONGEST; n++) {
            for (int v = 0; v < varieties.size(); v++) {
                double total = Math.max(1, counts.get(v).total(n));
                scale[n][v] = Math.min(1, trainer.ceiling() / total);
                share[n][v] = Math.min(1, SHARE / total);
                shares[n] += share[n][v] * total;
            }
        }
    }

    /** The weights. */
    ModelData build() {
        double least = leastValue();
        int[] keys = new int[trainer.features() + 1024];
        int size = 0;
        ByteArrayOutputStream perKey = new ByteArrayOutputStream();
        ByteArrayOutputStream posted = new ByteArrayOutputStream();
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        for (Merge merge = new Merge(); merge.next(); ) {
            if (value(merge) >= least && size < keys.length) {
                keys[size++] = merge.key;
                perKey.write(post(merge, posted, weights));
            }
        }
        return new ModelData(
                0,
                varieties,
                trainer.calibration().toArray(),
                defaults(),
                Arrays.copyOf(keys, size),
                perKey.toByteArray(),
                posted.toByteArray(),
                weights.toByteArray());
    }

    private short[][] defaults() {
        short[][] defaults = new short[Ngrams.LONGEST + 1][varieties.size()];
        for (int n = 1; n <= Ngrams.LONGEST; n++) {
            for (int v = 0; v < varieties.size(); v++) {
                defaults[n][v] = (short) Math.round(ground(n, v) * LanguageModel.UNITS_PER_NAT);
            }
        }
        return defaults;
    }

    /** What a variety pays for an n-gram that it has not shown, in nats. */
    private double ground(int n, int variety) {
        double shown = counts.get(variety).total(n) * scale[n][variety];
        return StrictMath.log(trainer.prior() / (shown + trainer.prior()));
    }

    /** What a variety earns back for one that it has shown, in nats. */
    private double gain(Merge merge, int i) {
        double shown = merge.counts[i] * scale[merge.length][merge.varieties[i]];
        return StrictMath.log(1 + shown / (trainer.prior() * merge.mean()));
    }

    private int post(Merge merge, ByteArrayOutputStream posted, ByteArrayOutputStream weights) {
        int written = 0;
        for (int i = 0; i < merge.size; i++) {
            long weight = Math.min(LARGEST, Math.round(gain(merge, i) * LanguageModel.UNITS_PER_NAT));
            if (weight > 0) {
                posted.write(merge.varieties[i]);
                weights.write((int) weight);
                written++;
            }
        }
        return written;
    }

    /** How much an n-gram tells: its rate in the variety that it marks best, times how strongly it marks it. */
    private double value(Merge merge) {
        double best = 0;
        int n = merge.length;
        for (int i = 0; i < merge.size; i++) {
            int v = merge.varieties[i];
            double shown = merge.counts[i] * scale[n][v];
            double all = counts.get(v).total(n) * scale[n][v] + trainer.prior();
            double mark = Math.abs(gain(merge, i) + ground(n, v));
            best = Math.max(best, merge.counts[i] < 2 ? 0 : shown / all * mark);
        }
        return best;
    }

    private double leastValue() {
        double[] values = new double[1 << 20];
        int size = 0;
        for (Merge merge = new Merge(); merge.next(); ) {
            double value = value(merge);
            if (value > 0) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = value;
            }
        }
        Arrays.sort(values, 0, size);
        return size <= trainer.features() ? 0 : values[size - trainer.features()];
    }

    /** Walks the n-grams of all varieties in the order of keys. */
    private final class Merge {
        private final PriorityQueue<Cursor> queue = new PriorityQueue<>(Comparator.comparingLong(Cursor::order));
        private final int[] varieties = new int[LanguageModel.MAX_VARIETIES];
        private final int[] counts = new int[LanguageModel.MAX_VARIETIES];
        private int key;
        private int length;
        private int size;

        Merge() {
            for (int v = 0; v < WeightTable.this.varieties.size(); v++) {
                Cursor cursor = new Cursor(v);
                if (cursor.hasKey()) {
                    queue.add(cursor);
                }
            }
        }

        boolean next() {
            Cursor first = queue.poll();
            if (first == null) {
                return false;
            }
            key = first.key();
            length = Ngrams.length(key);
            size = 0;
            Cursor cursor = first;
            while (cursor != null && cursor.key() == key) {
                varieties[size] = cursor.variety;
                counts[size++] = cursor.count();
                cursor.position++;
                if (cursor.hasKey()) {
                    queue.add(cursor);
                }
                cursor = queue.peek() != null && queue.peek().key() == key ? queue.poll() : null;
            }
            return true;
        }

        /** Share of the n-gram in the background. */
        double mean() {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += counts[i] * share[length][varieties[i]];
            }
            return sum / shares[length];
        }
    }

    /** A place in the counts of one variety. */
    private final class Cursor {
        private final int variety;
        private int position;

        Cursor(int variety) {
            this.variety = variety;
        }

        boolean hasKey() {
            return position < counts.get(variety).keys().length;
        }

        int key() {
            return counts.get(variety).keys()[position];
        }

        int count() {
            return counts.get(variety).counts()[position];
        }

        /** By key, then by variety. */
        long order() {
            return (key() & 0xFFFFFFFFL) << 8 | variety;
        }
    }
}
