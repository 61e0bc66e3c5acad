package fr.corpus.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.document.LicenseId;
import fr.corpus.document.Metadata;
import fr.corpus.document.Provenance;
import fr.corpus.error.RecipeException;
import fr.corpus.error.SourceLocation;
import fr.corpus.error.UserMessage;
import fr.corpus.hash.Sha256;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.RightsDecision;
import fr.corpus.step.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseGateTest {

    private static final LicenseGate GATE =
            LicenseGate.of(List.of("CC0-1.0", "CC-BY-4.0", "etalab-2.0", "CC-BY-SA-4.0"));

    private static final Provenance PROVENANCE =
            new Provenance("eltec", "FRA00101", new SourceLocation("roman.xml", 0, 0), "tei@1", Sha256.of("octets"));

    private static Metadata licensed(String license) {
        return new Metadata.Builder().license(license).build();
    }

    private static RightsDecision decide(String license) {
        return GATE.decide(licensed(license), PROVENANCE);
    }

    private static RightsDecision withhold(String reason, Evidence evidence) {
        return new RightsDecision.Withhold(Reason.of(reason), evidence);
    }

    @Test
    void admitsAListedLicenseThatDemandsNothingWithoutACreditLine() {
        assertThat(decide("http://creativecommons.org/publicdomain/zero/1.0/"))
                .isEqualTo(new RightsDecision.Admit(LicenseId.of("CC0-1.0"), ""));
    }

    @Test
    void withholdsADocumentWithoutALicense() {
        assertThat(decide("  ")).isEqualTo(withhold("missing-license", Evidence.NONE));
        assertThat(GATE.decide(Metadata.EMPTY, PROVENANCE)).isEqualTo(withhold("missing-license", Evidence.NONE));
    }

    @Test
    void withholdsALicenseThatTheCatalogueDoesNotHave() {
        assertThat(decide("LicenseRef-UN"))
                .isEqualTo(withhold("unknown-license", Evidence.of("declared-license", "LicenseRef-UN")));
    }

    @Test
    void withholdsAKnownLicenseThatIsNotListed() {
        assertThat(decide("CC BY-NC-SA 4.0"))
                .isEqualTo(withhold("license-not-allowed", Evidence.of("license", "CC-BY-NC-SA-4.0")));
    }

    @Test
    void doesNotPutATextIntoTheLedgerWhenItStandsInPlaceOfALicense() {
        RightsDecision.Withhold decision = (RightsDecision.Withhold) decide("Il était une fois 😀 ".repeat(10_000));
        assertThat(decision.evidence().toString()).hasSizeLessThan(250);
    }

    @ParameterizedTest
    @CsvSource({
        "CC-BY-NC-4.0 OR CC-BY-4.0, CC-BY-4.0",
        "CC-BY-SA-4.0 OR CC-BY-4.0, CC-BY-4.0",
        "CC-BY-4.0 AND CC-BY-SA-4.0 OR CC-BY-SA-4.0, CC-BY-SA-4.0",
    })
    void takesTheStrongestListedWayToMeetAnExpression(String expression, String admitted) {
        assertThat(decide(expression))
                .isInstanceOfSatisfying(
                        RightsDecision.Admit.class,
                        admit -> assertThat(admit.license()).isEqualTo(LicenseId.of(admitted)));
    }

    @Test
    void withholdsADocumentUnderSeveralLicensesAtOnce() {
        assertThat(decide("CC-BY-SA-4.0 AND CC-BY-4.0"))
                .isEqualTo(withhold("several-licenses", Evidence.of("license", "CC-BY-4.0 AND CC-BY-SA-4.0")));
    }

    @Test
    void withholdsAnExpressionWhoseEveryWayHasAnUnlistedPart() {
        assertThat(decide("CC-BY-4.0 AND CC-BY-NC-4.0"))
                .isEqualTo(withhold("license-not-allowed", Evidence.of("license", "CC-BY-4.0 AND CC-BY-NC-4.0")));
        assertThat(decide("CC-BY-4.0 OR Inconnue-1.0"))
                .isEqualTo(withhold("unknown-license", Evidence.of("declared-license", "CC-BY-4.0 OR Inconnue-1.0")));
    }

    @Test
    void writesTheCreditLineThatTheLicenseDemands() {
        Metadata metadata = new Metadata.Builder()
                .license("CC-BY-4.0")
                .author("George Sand")
                .title("La Mare au diable")
                .date("1846")
                .uri("https://exemple.fr/mare")
                .build();
        assertThat(GATE.decide(metadata, PROVENANCE))
                .isEqualTo(new RightsDecision.Admit(
                        LicenseId.of("CC-BY-4.0"),
                        "George Sand, «\u00A0La Mare au diable\u00A0», 1846, eltec, https://exemple.fr/mare"
                                + " · CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/"
                                + " · texte extrait et normalisé"));
    }

    @Test
    void keepsTheCreditLineThatTheRecordAsksFor() {
        Metadata metadata = new Metadata.Builder()
                .license("etalab-2.0")
                .author("nobody")
                .attribution("Source\u00A0: DILA, base LEGI\n(1er mars 2026)")
                .build();
        assertThat(GATE.decide(metadata, PROVENANCE))
                .isEqualTo(new RightsDecision.Admit(
                        LicenseId.of("etalab-2.0"),
                        "Source\u00A0: DILA, base LEGI (1er mars 2026)"
                                + " · etalab-2.0, https://www.etalab.gouv.fr/licence-ouverte-open-licence/"));
    }

    @Test
    void cutsAFieldThatIsNoCredit() {
        Metadata metadata = new Metadata.Builder()
                .license("CC-BY-4.0")
                .title("😀".repeat(100_000) + "\u0000")
                .build();
        assertThat(GATE.decide(metadata, PROVENANCE))
                .isInstanceOfSatisfying(
                        RightsDecision.Admit.class,
                        admit -> assertThat(admit.attribution())
                                .hasSizeLessThan(1000)
                                .contains("😀…")
                                .doesNotContain("\u0000"));
    }

    @Test
    void ranksWhatItAdmitsAboveWhatItWithholds() {
        assertThat(GATE.rank(licensed("CC-BY-SA-4.0"))).isGreaterThan(GATE.rank(licensed("PDDL-1.0")));
        assertThat(GATE.rank(licensed("CC0-1.0"))).isGreaterThan(GATE.rank(licensed("CC-BY-SA-4.0")));
        assertThat(GATE.rank(licensed("CC-BY-NC-4.0"))).isGreaterThan(GATE.rank(licensed("inconnue")));
        assertThat(GATE.rank(Metadata.EMPTY)).isZero();
    }

    @Test
    void isBuiltFromTheSettingsOfARecipe() {
        LicenseGate gate = LicenseGate.from(new Settings(Map.of("allow", List.of("cc by 4.0"))));
        assertThat(gate.id()).hasToString("rights.licenses@1");
        assertThat(gate.allowed()).containsExactly(LicenseId.of("CC-BY-4.0"));
    }

    @ParameterizedTest
    @CsvSource({
        "CC-BY-5.0, rights.unknown-allowed-license-nearest",
        "toutes sauf les mauvaises, rights.unknown-allowed-license",
        "LicenseRef-TDM-Art4, rights.redistribution-forbidden",
        "CC-BY-ND-4.0, rights.adaptation-forbidden",
    })
    void refusesAListThatARealReleaseCannotHonour(String allowed, String key) {
        assertThatThrownBy(() -> LicenseGate.of(List.of("CC0-1.0", allowed)))
                .isInstanceOfSatisfying(RecipeException.class, refused -> {
                    assertThat(refused.message().key()).isEqualTo(key);
                    assertThat(refused.message().in(Locale.FRENCH)).contains(allowed);
                });
    }

    @Test
    void refusesAnEmptyList() {
        assertThatThrownBy(() -> LicenseGate.of(List.of())).isInstanceOf(RecipeException.class);
    }

    @Test
    void proposesTheNearestLicense() {
        assertThatThrownBy(() -> LicenseGate.of(List.of("etalab-2"))).hasMessageContaining("Did you mean etalab-2.0?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reason.missing-license",
                "reason.unknown-license",
                "reason.license-not-allowed",
                "parameter.allow"
            })
    void explainsItsReasonsAndParametersInBothLanguages(String key) {
        UserMessage message = UserMessage.of("rights." + key);
        assertThat(message.in(Locale.FRENCH)).isNotBlank().isNotEqualTo(message.in(Locale.ENGLISH));
    }
}
