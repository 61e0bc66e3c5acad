package fr.corpus.impact;

import fr.corpus.optout.IdentityTier;

/**
 * How much a reservation may take out of a release before somebody must approve it (decision 0138). Thread-safe.
 *
 * <p>A holder attested by a society or by an identity check answers for a repertoire; all others need the operator's approval for
 * more than {@value #MAX_DOCUMENTS} documents, or for more than one in {@value #ONE_IN} once they are more than {@value #FEW}.
 */
public final class Breadth {

    /** Documents above which approval is needed in any release. */
    public static final long MAX_DOCUMENTS = 1_000;

    /** Approval is needed above this share of the documents: one in so many. */
    public static final long ONE_IN = 100;

    /** Documents up to which the share does not count. */
    public static final long FEW = 10;

    private Breadth() {}

    /**
     * Whether a reservation needs approval.
     *
     * @param tier of its holder
     * @param matched documents that it would withhold
     * @param documents of the release
     */
    public static boolean needsApproval(IdentityTier tier, long matched, long documents) {
        return tier.compareTo(IdentityTier.ATTESTED) < 0 && isBroad(matched, documents);
    }

    /** Whether so many documents of a release are many. */
    static boolean isBroad(long matched, long documents) {
        return matched > MAX_DOCUMENTS || matched > FEW && matched * ONE_IN > documents;
    }
}
