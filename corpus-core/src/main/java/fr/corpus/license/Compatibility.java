package fr.corpus.license;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether texts under two licences may stand together. Immutable.
 *
 * <p>A release keeps the licence of each row, so it is a collection; one that claims a single licence for all its rows
 * merges them.
 *
 * @param relation how close they may stand
 * @param reason code of a sentence in the room's messages, {@code license.compatibility.<code>}
 */
public record Compatibility(Relation relation, String reason) {

    /** How close two licences let their texts stand. */
    public enum Relation {
        /** In one database under one licence. */
        MERGE,
        /** In one collection, each text under its own licence. */
        COLLECTION,
        /** In separate files, each with its own manifest. */
        SEPARATE
    }

    /**
     * Two licences that may not be merged.
     *
     * @param first the one with the smaller identifier
     * @param second the other
     * @param compatibility what they may do instead
     */
    public record Limit(License first, License second, Compatibility compatibility) {}

    /** How texts under two licences may stand together; the order of the two does not count. */
    public static Compatibility of(License a, License b) {
        if (isClosed(a) || isClosed(b)) {
            return new Compatibility(Relation.SEPARATE, "closed");
        }
        if (a.id().equals(b.id())) {
            boolean frozen = a.permission(Use.ADAPT) == Permission.FORBIDDEN;
            return frozen ? collection("no-adaptation") : new Compatibility(Relation.MERGE, "same");
        }
        if (a.compatibleWith().contains(b.id()) || b.compatibleWith().contains(a.id())) {
            return new Compatibility(Relation.MERGE, "declared");
        }
        return ofDifferent(a.permission(Use.MERGE), b.permission(Use.MERGE));
    }

    private static boolean isClosed(License license) {
        Permission permission = license.permission(Use.REDISTRIBUTE);
        return permission == Permission.FORBIDDEN || permission == Permission.PER_TERMS;
    }

    private static Compatibility ofDifferent(Permission a, Permission b) {
        if (a == Permission.ALLOWED && b == Permission.ALLOWED) {
            return new Compatibility(Relation.MERGE, "free");
        }
        if (a == Permission.SHARE_ALIKE || b == Permission.SHARE_ALIKE) {
            boolean otherFree = a == Permission.ALLOWED || b == Permission.ALLOWED;
            return otherFree
                    ? new Compatibility(Relation.MERGE, "under-share-alike")
                    : new Compatibility(Relation.SEPARATE, "share-alike-database");
        }
        boolean nonCommercial = a == Permission.NON_COMMERCIAL || b == Permission.NON_COMMERCIAL;
        return collection(nonCommercial ? "non-commercial" : "share-alike");
    }

    private static Compatibility collection(String reason) {
        return new Compatibility(Relation.COLLECTION, reason);
    }

    /** Every pair of the given licences that may not be merged, by identifiers. */
    public static List<Limit> among(List<License> licenses) {
        List<License> sorted = licenses.stream()
                .distinct()
                .sorted(Comparator.comparing(License::id))
                .toList();
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                Compatibility compatibility = of(sorted.get(i), sorted.get(j));
                if (compatibility.relation() != Relation.MERGE) {
                    limits.add(new Limit(sorted.get(i), sorted.get(j), compatibility));
                }
            }
        }
        return limits;
    }
}
