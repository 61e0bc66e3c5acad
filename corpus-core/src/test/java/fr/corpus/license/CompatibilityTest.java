package fr.corpus.license;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.error.UserMessage;
import fr.corpus.license.Compatibility.Relation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {

    private static final LicenseCatalog CATALOG = LicenseCatalog.load();

    private static License license(String id) {
        return CATALOG.find(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "CC0-1.0, CC-BY-4.0, MERGE, free",
        "etalab-2.0, OGL-UK-3.0, MERGE, free",
        "CC-BY-SA-4.0, CC-BY-SA-4.0, MERGE, same",
        "CC-BY-SA-4.0, CC-BY-SA-3.0, COLLECTION, share-alike",
        "CC-BY-SA-4.0, LAL-1.3, MERGE, declared",
        "CC-BY-SA-4.0, GFDL-1.3-or-later, COLLECTION, share-alike",
        "CC-BY-SA-4.0, CC-BY-4.0, COLLECTION, share-alike",
        "CC-BY-SA-4.0, ODbL-1.0, SEPARATE, share-alike-database",
        "CC-BY-4.0, ODbL-1.0, MERGE, under-share-alike",
        "CC-BY-NC-4.0, ODbL-1.0, SEPARATE, share-alike-database",
        "CC-BY-NC-SA-4.0, CC-BY-SA-4.0, COLLECTION, non-commercial",
        "CC-BY-ND-4.0, CC-BY-ND-4.0, COLLECTION, no-adaptation",
        "CC-BY-4.0, LicenseRef-TDM-Art4, SEPARATE, closed",
        "CC-BY-4.0, LicenseRef-PublicDomain-Label, SEPARATE, closed",
    })
    void saysHowTwoLicensesMayStand(String a, String b, Relation relation, String reason) {
        Compatibility expected = new Compatibility(relation, reason);
        assertThat(Compatibility.of(license(a), license(b))).isEqualTo(expected);
        assertThat(Compatibility.of(license(b), license(a))).isEqualTo(expected);
    }

    @Test
    void listsOnlyThePairsThatMayNotBeMerged() {
        List<Compatibility.Limit> limits =
                Compatibility.among(Stream.of("ODbL-1.0", "CC-BY-SA-4.0", "CC0-1.0", "ODbL-1.0")
                        .map(CompatibilityTest::license)
                        .toList());
        assertThat(limits)
                .extracting(limit -> limit.first().id() + " " + limit.second().id())
                .containsExactly("CC-BY-SA-4.0 CC0-1.0", "CC-BY-SA-4.0 ODbL-1.0");
    }

    @Test
    void explainsEveryRelationInBothLanguages() {
        assertThat(CATALOG.licenses())
                .allSatisfy(a -> assertThat(CATALOG.licenses()).allSatisfy(b -> {
                    UserMessage message = UserMessage.of(
                            "license.compatibility." + Compatibility.of(a, b).reason(), a.id().value(), b.id().value());
                    assertThat(message.in(Locale.FRENCH)).contains(a.id().value());
                    assertThat(message.in(Locale.ENGLISH)).contains(b.id().value());
                }));
    }
}
