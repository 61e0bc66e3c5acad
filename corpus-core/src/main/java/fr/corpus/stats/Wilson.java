package fr.corpus.stats;

/** Wilson’s score interval of a share (1927), which is not empty at 0 % and 100 %. */
public final class Wilson {

    private Wilson() {}

    /**
     * The interval of a share.
     *
     * @param successes from 0 to {@code trials}
     * @param trials at least 1
     * @param confidence above 0 and below 1, usually 0.95
     */
    public static Interval interval(long successes, long trials, double confidence) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("need 0 <= successes <= trials, got " + successes + " of " + trials);
        }
        double z = Normal.reach(confidence);
        double n = trials;
        double share = successes / n;
        double middle = share + z * z / (2 * n);
        double reach = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        return new Interval(
                successes == 0 ? 0 : (middle - reach) / scale, successes == trials ? 1 : (middle + reach) / scale);
    }
}
