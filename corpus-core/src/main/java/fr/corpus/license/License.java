package fr.corpus.license;

import fr.corpus.document.LicenseId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A licence, or a status in its place, as the catalogue describes it. Immutable.
 *
 * @param id SPDX identifier or {@code LicenseRef-…}
 * @param englishName its name in English
 * @param frenchName its name in French
 * @param url where its text stands
 * @param grants what it permits, an entry for each use
 * @param duties what it demands, in the order of {@link Duty}
 * @param rank strength of the rights, 0 to 100; of two identical texts the one with the greater is kept
 * @param compatibleWith other licences under which adaptations may be published
 * @param aliases how records write it, beyond its id and address
 * @param notes limits that the fields cannot say, in English, empty when there are none
 */
public record License(
        LicenseId id,
        String englishName,
        String frenchName,
        Optional<String> url,
        Map<Use, Permission> grants,
        Set<Duty> duties,
        int rank,
        Set<LicenseId> compatibleWith,
        List<String> aliases,
        String notes) {

    public License {
        if (rank < 0 || rank > 100) {
            throw new IllegalArgumentException("rank is 0 to 100, got " + rank);
        }
        if (grants.size() != Use.values().length) {
            throw new IllegalArgumentException("a licence speaks of every use, got " + grants);
        }
        grants = Collections.unmodifiableMap(new EnumMap<>(grants));
        EnumSet<Duty> ordered = EnumSet.noneOf(Duty.class);
        ordered.addAll(duties);
        duties = Collections.unmodifiableSet(ordered);
        compatibleWith = Set.copyOf(compatibleWith);
        aliases = List.copyOf(aliases);
    }

    /** Its name in French when the locale's language is French, else in English. */
    public String name(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? frenchName : englishName;
    }

    /** How far it permits a use. */
    public Permission permission(Use use) {
        return grants.getOrDefault(use, Permission.FORBIDDEN);
    }

    /** Whether it demands something. */
    public boolean demands(Duty duty) {
        return duties.contains(duty);
    }
}
