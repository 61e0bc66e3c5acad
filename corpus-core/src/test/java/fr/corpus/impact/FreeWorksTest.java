package fr.corpus.impact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.document.Document;
import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.SourceLocation;
import fr.corpus.hash.Sha256;
import fr.corpus.release.Measures;
import fr.corpus.release.Quality;
import fr.corpus.release.ReleaseRow;
import fr.corpus.step.RightsDecision;
import fr.corpus.text.Signal;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreeWorksTest {

    private static final int YEAR = 2026;

    private static FreeWorks of(Metadata metadata, String license) {
        Provenance provenance =
                new Provenance("s", "n1", new SourceLocation("f.jsonl", 0, 0), "jsonl@1", Sha256.of("x"));
        double[] signals = new double[Signal.values().length];
        Arrays.fill(signals, Double.NaN);
        ReleaseRow row = new ReleaseRow(
                Document.of("Un texte.", metadata, provenance),
                Optional.of(new RightsDecision.Admit(new LicenseId(license), "")),
                new Measures(Optional.empty(), Quality.of(signals), 2),
                1);
        return new FreeWorks.Judge(YEAR).add(FreeWorks.NONE, row);
    }

    private static boolean isFreeByAuthor(String author) {
        Metadata metadata = new Metadata.Builder().author(author).build();
        return of(metadata, "CC-BY-NC-ND-4.0").publicDomain() == 1;
    }

    private static boolean isFreeByDate(String date) {
        Metadata metadata = new Metadata.Builder().date(date).build();
        return of(metadata, "CC-BY-NC-ND-4.0").publicDomain() == 1;
    }

    @Test
    void aWorkIsFreeFromTheFirstOfJanuaryAfterSeventyFullYears() {
        assertThat(isFreeByAuthor("Claudel, Paul (1868-1955)")).isFalse(); // 1955 is within the years of a war
        assertThat(isFreeByAuthor("Durand, Paul (1868–1938)")).isTrue();
        assertThat(LifeDates.areFree(Optional.of("Durand, Paul (1900-1970)"), 2040))
                .isFalse();
        assertThat(LifeDates.areFree(Optional.of("Durand, Paul (1900-1970)"), 2041))
                .isTrue();
        assertThat(LifeDates.areFree(Optional.of("Diderot, Denis (17..-1784)"), YEAR))
                .isTrue();
    }

    @Test
    void whoeverMayHaveDiedForFranceIsProtectedLonger() {
        assertThat(isFreeByAuthor("Saint-Exupéry, Antoine de (1900-1944)")).isFalse(); // until 1 May 2033
        assertThat(LifeDates.areFree(Optional.of("Saint-Exupéry, Antoine de (1900-1944)"), 2040))
                .isTrue();
        assertThat(LifeDates.areFree(Optional.of("Durand, Paul (1850-1913)"), 1984))
                .isTrue();
        assertThat(LifeDates.areFree(Optional.of("Durand, Paul (1850-1914)"), 2009))
                .isFalse();
        assertThat(isFreeByAuthor("Péguy, Charles (1873-1914)")).isTrue(); // since 30 September 2009
    }

    @Test
    void theLastCoauthorCounts() {
        assertThat(isFreeByAuthor("Erckmann, Émile (1822-1899) ; Chatrian, Alexandre (1826-1890)"))
                .isTrue();
        assertThat(isFreeByAuthor("Hugo, Victor (1802-1885) ; Durand, Marie (1930-2011)"))
                .isFalse();
        assertThat(isFreeByAuthor("Hugo, Victor (1802-1885) ; Durand, Marie")).isFalse();
    }

    @Test
    void whoeverLivesOrIsNotKnownIsNotDead() {
        for (String author : new String[] {
            "Durand, Marie (1950-....)",
            "Durand, Marie (1950-    )",
            "Durand, Marie",
            "Anonyme",
            "Collectif",
            "1802-188",
            "Le siècle de 1700-20000"
        }) {
            assertThat(isFreeByAuthor(author)).as(author).isFalse();
        }
    }

    @Test
    void withoutLifeDatesAHundredAndFortyYearsAfterPublicationSuffice() {
        assertThat(isFreeByDate("1885")).isTrue();
        assertThat(isFreeByDate("1886")).isFalse(); // an author of twenty who died at ninety, in 1956
        assertThat(isFreeByDate("1885-06-01")).isTrue();
        assertThat(isFreeByDate("18850")).isFalse();
        assertThat(isFreeByDate("vers 1850")).isFalse();
    }

    @Test
    void worksOfNobodyNamedAreFreeByAgeAlone() {
        for (String author : new String[] {"Anonyme", "[Anonyme]", "Collectif"}) {
            Metadata.Builder work = new Metadata.Builder().author(author);
            assertThat(of(work.date("1940").build(), "CC-BY-NC-ND-4.0")).isEqualTo(FreeWorks.NONE);
            assertThat(of(work.date("1880").build(), "CC-BY-NC-ND-4.0")).isEqualTo(new FreeWorks(1, 0));
        }
    }

    @Test
    void aLicenceThatWasGrantedIsCountedApart() {
        assertThat(of(Metadata.EMPTY, "CC0-1.0")).isEqualTo(new FreeWorks(1, 0));
        assertThat(of(Metadata.EMPTY, "CC-BY-SA-4.0")).isEqualTo(new FreeWorks(0, 1));
        assertThat(of(Metadata.EMPTY, "CC-BY-NC-ND-4.0")).isEqualTo(FreeWorks.NONE);
    }
}
