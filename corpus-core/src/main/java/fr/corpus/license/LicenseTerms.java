package fr.corpus.license;

import fr.corpus.document.LicenseId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Licences that bind together. Immutable.
 *
 * @param licenses at least one, each once, sorted by identifier
 */
public record LicenseTerms(List<License> licenses) {

    /** Strongest rights first, then by identifier. */
    public static final Comparator<LicenseTerms> STRONGEST_FIRST =
            Comparator.comparingInt(LicenseTerms::rank).reversed().thenComparing(LicenseTerms::id);

    public LicenseTerms {
        if (licenses.isEmpty()) {
            throw new IllegalArgumentException("terms need a licence");
        }
        licenses = licenses.stream()
                .distinct()
                .sorted(Comparator.comparing(License::id))
                .toList();
    }

    /** The terms of one licence. */
    public static LicenseTerms of(License license) {
        return new LicenseTerms(List.of(license));
    }

    /** Both terms at once. */
    LicenseTerms and(LicenseTerms other) {
        return new LicenseTerms(
                Stream.concat(licenses.stream(), other.licenses.stream()).toList());
    }

    /** The licence's identifier, or several joined by {@code AND}. */
    public LicenseId id() {
        return LicenseId.of(licenses.stream().map(l -> l.id().value()).collect(Collectors.joining(" AND ")));
    }

    /** How far all of them permit a use. */
    public Permission permission(Use use) {
        return licenses.stream().map(license -> license.permission(use)).reduce(Permission.ALLOWED, Permission::and);
    }

    /** What any of them demands, in the order of {@link Duty}. */
    public Set<Duty> duties() {
        EnumSet<Duty> duties = EnumSet.noneOf(Duty.class);
        licenses.forEach(license -> duties.addAll(license.duties()));
        return Collections.unmodifiableSet(duties);
    }

    /** The weakest of their ranks. */
    public int rank() {
        return licenses.stream().mapToInt(License::rank).min().orElseThrow();
    }
}
