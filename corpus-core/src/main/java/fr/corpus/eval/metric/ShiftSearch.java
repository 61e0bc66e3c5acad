package fr.corpus.eval.metric;

/**
 * Fewest edits, shifts of words included, that turn a hypothesis into a reference, by Tercom’s greedy search with the limits of
 * sacreBLEU: runs of 10 words, 50 places apart, 1,000 candidates for each segment and reference. Reused, confined to one
 * thread.
 */
final class ShiftSearch {

    private static final int MAX_RUN = 10;
    private static final int MAX_DISTANCE = 50;
    private static final int MAX_CANDIDATES = 1000;

    private final EditBand band = new EditBand();
    private int[] words = new int[64];
    private int[] trial = new int[64];
    private int[] best = new int[64];
    private int length;
    private int[] target = {};
    private int targetLength;
    /** For each word of the reference, the last word of the hypothesis that is aligned up to it, or −1. */
    private int[] aligned = new int[64];
    /** Errors among the first words of each side, so that a run without error is one with equal ends. */
    private int[] hypothesisErrors = new int[65];

    private int[] referenceErrors = new int[65];
    private int candidates;
    private int distance;
    private int bestGain;
    private int bestRun;
    private int bestStart;
    private int bestPlace;

    /** The edits between two sides. */
    int edits(Symbols hypothesis, Symbols reference) {
        length = hypothesis.length();
        targetLength = reference.length();
        if (targetLength == 0) {
            return length;
        }
        prepare(hypothesis, reference);
        band.begin(length, reference);
        distance = band.fill(words);
        candidates = 0;
        int shifts = 0;
        while (distance > 0) { // without an error nothing is shifted
            align();
            boolean found = search();
            if (!found || candidates >= MAX_CANDIDATES || bestGain <= 0) {
                break;
            }
            int[] old = words;
            words = best;
            best = old;
            distance = band.fill(words);
            shifts++;
        }
        return shifts + distance;
    }

    private void prepare(Symbols hypothesis, Symbols reference) {
        target = reference.array();
        if (words.length < length) {
            words = new int[length + 64];
            trial = new int[length + 64];
            best = new int[length + 64];
        }
        System.arraycopy(hypothesis.array(), 0, words, 0, length);
        if (hypothesisErrors.length <= length) {
            hypothesisErrors = new int[length + 64];
        }
        if (aligned.length <= targetLength) {
            aligned = new int[targetLength + 64];
            referenceErrors = new int[targetLength + 65];
        }
    }

    /** Follows one cheapest way back: substitution first, then deletion, then insertion. */
    private void align() {
        int i = length;
        int j = targetLength;
        while (i > 0 || j > 0) {
            int cost = band.fromStart(i, j);
            if (i > 0 && j > 0 && isDiagonal(i, j, cost)) {
                int error = words[i - 1] == target[j - 1] ? 0 : 1;
                hypothesisErrors[i] = error;
                referenceErrors[j] = error;
                i--;
                j--;
                aligned[j] = i;
            } else if (i > 0 && cost == band.fromStart(i - 1, j) + 1) {
                hypothesisErrors[i] = 1;
                i--;
            } else {
                referenceErrors[j] = 1;
                j--;
                aligned[j] = i - 1;
            }
        }
        accumulate(hypothesisErrors, length);
        accumulate(referenceErrors, targetLength);
    }

    private boolean isDiagonal(int i, int j, int cost) {
        return cost == band.fromStart(i - 1, j - 1) + (words[i - 1] == target[j - 1] ? 0 : 1);
    }

    private static void accumulate(int[] errors, int length) {
        errors[0] = 0;
        for (int i = 1; i <= length; i++) {
            errors[i] += errors[i - 1];
        }
    }

    /** Tries all shifts; leaves the best in {@link #best}; false when there is none. */
    private boolean search() {
        bestGain = Integer.MIN_VALUE;
        for (int start = 0; start < length; start++) {
            int last = (int) Math.min(targetLength - 1L, (long) start + MAX_DISTANCE);
            for (int place = Math.max(0, start - MAX_DISTANCE); place <= last; place++) {
                int run = 0;
                while (run < MAX_RUN
                        && start + run < length
                        && place + run < targetLength
                        && words[start + run] == target[place + run]) {
                    run++;
                    if (isUseful(start, place, run)) {
                        tryPlaces(start, place, run);
                        if (candidates >= MAX_CANDIDATES) {
                            return true;
                        }
                    }
                }
            }
        }
        return bestGain != Integer.MIN_VALUE;
    }

    private boolean isUseful(int start, int place, int run) {
        return hypothesisErrors[start + run] > hypothesisErrors[start]
                && referenceErrors[place + run] > referenceErrors[place]
                && !(aligned[place] >= start && aligned[place] < start + run);
    }

    private void tryPlaces(int start, int place, int run) {
        int previous = -1;
        for (int offset = -1; offset < run; offset++) {
            int to = place + offset == -1 ? 0 : aligned[place + offset] + 1;
            if (to != previous) {
                previous = to;
                candidates++;
                consider(start, run, to);
            }
        }
    }

    private void consider(int start, int run, int to) {
        int from;
        int end;
        if (to < start) {
            from = to;
            end = start + run;
        } else {
            from = start;
            end = Math.min(length, to > start + run ? to : run + to);
        }
        System.arraycopy(words, from, trial, from, end - from);
        if (to < start) {
            System.arraycopy(words, start, trial, to, run);
            System.arraycopy(words, to, trial, to + run, start - to);
        } else {
            int moved = end - start - run;
            System.arraycopy(words, start + run, trial, start, moved);
            System.arraycopy(words, start, trial, start + moved, run);
        }
        int gain = distance - band.changed(trial, from, end);
        if (isBetter(gain, run, start, to)) {
            bestGain = gain;
            bestRun = run;
            bestStart = start;
            bestPlace = to;
            System.arraycopy(words, 0, best, 0, length);
            System.arraycopy(trial, from, best, from, end - from);
        }
    }

    private boolean isBetter(int gain, int run, int start, int to) {
        if (gain != bestGain) {
            return gain > bestGain;
        }
        if (run != bestRun) {
            return run > bestRun;
        }
        return start != bestStart ? start < bestStart : to < bestPlace;
    }
}
