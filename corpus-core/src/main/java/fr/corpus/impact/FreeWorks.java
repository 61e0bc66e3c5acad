package fr.corpus.impact;

import fr.corpus.document.Metadata;
import fr.corpus.license.License;
import fr.corpus.license.LicenseCatalog;
import fr.corpus.license.Permission;
import fr.corpus.license.Use;
import fr.corpus.release.ReleaseRow;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents that nobody, or hardly anybody, can reserve: a claim over them by somebody whose identity is not established is contested
 * from the start (decision 0139). Immutable.
 *
 * @param publicDomain documents under a dedication without condition, published so long ago that no term can run, or of authors
 *     who have been dead for long enough, as far as their records say
 * @param freelyLicensed other documents under a licence that permits redistribution to all, which is not taken back
 */
public record FreeWorks(long publicDomain, long freelyLicensed) {

    /** None. */
    public static final FreeWorks NONE = new FreeWorks(0, 0);

    /**
     * Years after publication for which a term may run: an author of twenty who dies at ninety, seventy years, and the rest of the
     * year of death.
     */
    public static final int LONGEST_TERM = 140;

    private static final Pattern YEAR = Pattern.compile("([0-9]{4})(?![0-9]).*");

    /** How many there are of both. */
    public long total() {
        return publicDomain + freelyLicensed;
    }

    /** Judges documents by their rows. Thread-safe. */
    static final class Judge {
        private final LicenseCatalog catalog = LicenseCatalog.load();
        private final int year;

        /** A judge of the year in which one asks. */
        Judge(int year) {
            this.year = year;
        }

        FreeWorks add(FreeWorks sum, ReleaseRow row) {
            Optional<License> license = row.admission().flatMap(admission -> catalog.byId(admission.license()));
            Metadata metadata = row.document().metadata();
            if (isOld(metadata.date())
                    || LifeDates.areFree(metadata.author(), year)
                    || license.filter(Judge::isDedication).isPresent()) {
                return new FreeWorks(sum.publicDomain() + 1, sum.freelyLicensed());
            }
            boolean free = license.filter(Judge::isFree).isPresent();
            return free ? new FreeWorks(sum.publicDomain(), sum.freelyLicensed() + 1) : sum;
        }

        private boolean isOld(Optional<String> date) {
            Matcher found = YEAR.matcher(date.orElse(""));
            return found.matches() && Integer.parseInt(found.group(1)) + LONGEST_TERM < year;
        }

        private static boolean isDedication(License license) {
            return license.duties().isEmpty() && license.permission(Use.ADAPT) == Permission.ALLOWED;
        }

        private static boolean isFree(License license) {
            Permission redistribute = license.permission(Use.REDISTRIBUTE);
            return redistribute == Permission.ALLOWED || redistribute == Permission.SHARE_ALIKE;
        }
    }
}
