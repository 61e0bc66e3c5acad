package fr.corpus.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.document.LicenseId;
import fr.corpus.error.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseCatalogTest {

    private static final LicenseCatalog CATALOG = LicenseCatalog.load();

    static Stream<License> licenses() {
        return CATALOG.licenses().stream();
    }

    @Test
    void hasTheLicensesOfFrenchCorpora() {
        assertThat(CATALOG.licenses()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(licenses().map(license -> license.id().value()))
                .contains("CC0-1.0", "CC-PDM-1.0", "PDDL-1.0", "etalab-2.0", "CC-BY-4.0", "CC-BY-3.0", "ODC-By-1.0")
                .contains("OGL-UK-3.0", "CC-BY-SA-4.0", "CC-BY-SA-3.0", "GFDL-1.3-or-later", "LAL-1.3", "ODbL-1.0")
                .contains("CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0", "LGPLLR", "MPL-2.0")
                .contains("LicenseRef-PublicDomain-FR", "LicenseRef-OfficialText-FR", "LicenseRef-BnF-Gallica-NC")
                .contains("LicenseRef-Contract", "LicenseRef-TDM-Art4", "LicenseRef-TDM-Art3", "LicenseRef-OOC");
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void findsALicenseByItsIdItsAddressAndItsAliases(License license) {
        assertThat(CATALOG.find(license.id().value())).contains(license);
        assertThat(CATALOG.find(license.id().value().toUpperCase(Locale.ROOT))).contains(license);
        license.url().ifPresent(url -> assertThat(CATALOG.find(url)).contains(license));
        assertThat(license.aliases())
                .allSatisfy(alias -> assertThat(CATALOG.find(alias)).contains(license));
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void carriesATextForEachLicense(License license) {
        assertThat(CATALOG.text(license.id())).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "etalab-2.0", "Apache-2.0", "CC-BY-NC-SA-4.0"})
    void carriesTheFullTextOfWhatReleasesUse(String id) {
        assertThat(CATALOG.text(LicenseId.of(id))).hasSizeGreaterThan(5000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cc-by-4.0 | CC-BY-4.0",
                "CC BY 4.0 | CC-BY-4.0",
                "CC_BY_4.0 | CC-BY-4.0",
                "http://creativecommons.org/licenses/by/4.0 | CC-BY-4.0",
                "https://www.creativecommons.org/licenses/by/4.0/ | CC-BY-4.0",
                "https://creativecommons.org/licenses/by/4.0/deed.fr | CC-BY-4.0",
                "https://creativecommons.org/licenses/by/4.0/legalcode.fr | CC-BY-4.0",
                "https://creativecommons.org/licenses/by/4.0/deed.fr#ref-appropriate-credit | CC-BY-4.0",
                "creativecommons.org/licenses/by/4.0/legalcode | CC-BY-4.0",
                "https://creativecommons.org/publicdomain/zero/1.0/deed.en | CC0-1.0",
                "https://creativecommons.org/licenses/by-nc-sa/4.0/ | CC-BY-NC-SA-4.0",
                "https://creativecommons.org/licenses/by/3.0/fr/ | LicenseRef-CC-BY-3.0-FR",
                "Licence Ouverte 2.0 | etalab-2.0",
                "LO-OL 2.0 | etalab-2.0",
                "https://www.etalab.gouv.fr/licence-ouverte-open-licence/ | etalab-2.0",
                "domaine public | LicenseRef-PublicDomain-Label",
                "Domaine public. | LicenseRef-PublicDomain-Label",
                "GFDL-1.2-or-later | GFDL-1.2-or-later",
                "Licence Creative Commons Attribution - Pas d'utilisation commerciale 4.0 |",
                "Creative Commons Attribution - Pas d'utilisation commerciale 4.0 | CC-BY-NC-4.0",
                "CC BY-SA 4.0 | CC-BY-SA-4.0",
                "CC‑BY‑SA\u00A04.0 | CC-BY-SA-4.0",
            })
    void understandsWhatRecordsWrite(String declared, String id) {
        assertThat(CATALOG.find(declared).map(license -> license.id().value())).isEqualTo(Optional.ofNullable(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "...",
                "CC",
                "CC-BY",
                "CC BY 5.0",
                "by",
                "LicenseRef-UN",
                "free",
                "https://",
                "\u0000"
            })
    void knowsNothingByResemblance(String declared) {
        assertThat(CATALOG.find(declared)).isEmpty();
    }

    @Test
    void refusesALicenseNameOfAMillionCharacters() {
        assertThat(CATALOG.find("CC0-1.0" + " ".repeat(1_000_000))).isEmpty();
    }

    @Test
    void doesNotTakeAStatementOfPublicDomainForADedication() {
        License label = CATALOG.find("public domain").orElseThrow();
        assertThat(label.permission(Use.REDISTRIBUTE)).isEqualTo(Permission.PER_TERMS);
        assertThat(label.rank())
                .isLessThan(CATALOG.find("CC-BY-4.0").orElseThrow().rank());
    }

    @Test
    void hasNoCommercialTrainingUnderANonCommercialLicense() {
        assertThat(licenses().filter(license -> license.id().value().startsWith("CC-BY-NC")))
                .isNotEmpty()
                .allMatch(license -> license.permission(Use.TRAIN) == Permission.FORBIDDEN)
                .allMatch(license -> license.demands(Duty.NON_COMMERCIAL_USE));
    }

    @Test
    void ranksFreeAboveShareAlikeAboveNonCommercialAboveClosed() {
        assertThat(Stream.of("CC0-1.0", "etalab-2.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0")
                        .map(id -> CATALOG.find(id).orElseThrow().rank()))
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a))
                .doesNotHaveDuplicates();
        assertThat(licenses().filter(license -> license.permission(Use.REDISTRIBUTE) == Permission.FORBIDDEN))
                .isNotEmpty()
                .allMatch(license -> license.rank() < 20);
    }

    @Test
    void saysEveryWordInBothLanguages() {
        Stream<String> keys = Stream.of(
                        Stream.of(Use.values()).map(use -> "use." + use.word()),
                        Stream.of(Permission.values()).map(permission -> "permission." + permission.word()),
                        Stream.of(Duty.values()).map(duty -> "duty." + duty.word()))
                .flatMap(stream -> stream);
        assertThat(keys).allSatisfy(key -> {
            UserMessage message = UserMessage.of("license." + key);
            assertThat(message.in(Locale.FRENCH)).isNotBlank().isNotEqualTo(message.in(Locale.ENGLISH));
        });
    }

    @Test
    void refusesAnAliasWithTwoMeanings() {
        License license = CATALOG.licenses().get(0);
        License twin = new License(
                LicenseId.of("LicenseRef-Twin"),
                "Twin",
                "Jumelle",
                license.url(),
                license.grants(),
                license.duties(),
                1,
                Set.of(),
                List.of(),
                "");
        assertThatThrownBy(() -> new LicenseCatalog(List.of(license, twin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("means both");
        assertThatThrownBy(() -> new LicenseCatalog(List.of(license, license))).hasMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "catalog: 2\\nlicenses: [] | need 1, got 2",
                "licenses: [] | missing key catalog",
                "catalog: 1\\nlicenses: {} | need a list",
                "catalog: 1\\nlicenses: [ { ident: x } ] | test.yaml:2: unknown key ident",
                "catalog: 1\\nlicenses: [ { id: x } ] | test.yaml:2: missing key names",
                "catalog: 1\\nlicenses:\\n- { id: x, names: { en: x, fr: x }, grants: { redistribute: maybe }, duties: [], rank: 1 } | need one of",
                "catalog: 1\\nlicenses:\\n- { id: x, names: { en: x, fr: x }, grants: { redistribute: allowed }, duties: [], rank: 1 } | missing key adapt",
                "catalog: 1\\nlicenses:\\n- { id: x, names: { en: x, fr: x }, grants: { redistribute: allowed, adapt: allowed, merge: allowed, train: allowed }, duties: [], rank: high } | need a whole number",
                "catalog: 1\\nlicenses:\\n- { id: x, names: { en: x, fr: x }, grants: { redistribute: allowed, adapt: allowed, merge: allowed, train: allowed }, duties: [], rank: 101 } | rank is 0 to 100",
            })
    void saysWhatIsWrongInACatalogue(String yaml, String problem) {
        byte[] bytes = yaml.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CatalogFile.parse(bytes, "test.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
