package fr.corpus.rights;

import fr.corpus.document.LicenseId;
import fr.corpus.license.LicenseCatalog;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The licence that a mistyped identifier most likely means, for messages only. */
final class NearestLicense {

    private NearestLicense() {}

    /** The identifier at the smallest edit distance, ties by identifier, if it is near enough to be of help. */
    static Optional<LicenseId> of(String name, LicenseCatalog catalog) {
        String typed = name.toLowerCase(Locale.ROOT);
        if (typed.length() > 60) {
            return Optional.empty();
        }
        int limit = Math.max(1, typed.length() / 3);
        return catalog.licenses().stream()
                .map(license -> license.id())
                .filter(id -> distance(typed, id) <= limit)
                .min(Comparator.<LicenseId>comparingInt(id -> distance(typed, id))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String typed, LicenseId id) {
        String known = id.value().toLowerCase(Locale.ROOT);
        int[] row = new int[known.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (typed.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[row.length - 1];
    }
}
