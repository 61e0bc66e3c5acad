package fr.corpus.license;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxExpressionTest {

    private static final LicenseCatalog CATALOG = LicenseCatalog.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MIT | MIT",
                "MIT OR Apache-2.0 | MIT OR Apache-2.0",
                "MIT and Apache-2.0 | MIT AND Apache-2.0",
                "MIT OR Apache-2.0 AND CC-BY-4.0 | MIT OR Apache-2.0 AND CC-BY-4.0",
                "(MIT OR Apache-2.0) AND CC-BY-4.0 | (MIT OR Apache-2.0) AND CC-BY-4.0",
                "((MIT)) | MIT",
                "GPL-2.0-or-later WITH Classpath-exception-2.0 | GPL-2.0-or-later WITH Classpath-exception-2.0",
            })
    void readsAndWritesTheSameExpression(String text, String written) {
        assertThat(SpdxExpression.parse(text)).hasToString("Optional[" + written + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AND",
                "MIT AND",
                "OR MIT",
                "(MIT",
                "MIT)",
                "()",
                "MIT Apache-2.0",
                "MIT OR OR MIT",
                "MIT WITH",
                "MIT WITH (x)",
                "MIT/Apache-2.0",
                "MIT, Apache-2.0",
                "MIT & ISC",
                "MIT Or ISC"
            })
    void refusesWhatIsNotAnExpression(String text) {
        assertThat(SpdxExpression.parse(text)).isEmpty();
    }

    @Test
    void refusesAnExpressionThatWouldExplode() {
        assertThat(SpdxExpression.parse("(".repeat(100) + "MIT" + ")".repeat(100)))
                .isEmpty();
        assertThat(SpdxExpression.parse("MIT OR ".repeat(16) + "MIT")).isEmpty();
        assertThat(SpdxExpression.parse("MIT AND ".repeat(15) + "MIT")).isPresent();
        assertThat(CATALOG.alternatives(
                        "(MIT OR ISC) AND (MIT OR ISC) AND (MIT OR ISC) AND (MIT OR ISC) AND (MIT OR ISC)"))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void offersTheStrongestRightsFirst() {
        assertThat(CATALOG.alternatives("CC-BY-SA-4.0 OR CC0-1.0"))
                .extracting(terms -> terms.id().value())
                .containsExactly("CC0-1.0", "CC-BY-SA-4.0");
    }

    @Test
    void bindsBothSidesOfAnd() {
        LicenseTerms terms =
                CATALOG.alternatives("CC-BY-SA-4.0 AND CC-BY-NC-4.0").get(0);
        assertThat(terms.id().value()).isEqualTo("CC-BY-NC-4.0 AND CC-BY-SA-4.0");
        assertThat(terms.permission(Use.ADAPT)).isEqualTo(Permission.NON_COMMERCIAL_SHARE_ALIKE);
        assertThat(terms.permission(Use.TRAIN)).isEqualTo(Permission.FORBIDDEN);
        assertThat(terms.rank()).isEqualTo(40);
        assertThat(terms.duties()).contains(Duty.SAME_LICENSE, Duty.NON_COMMERCIAL_USE, Duty.ATTRIBUTION);
    }

    @Test
    void writesAnExpressionThatCanBeReadAgain() {
        LicenseTerms terms = CATALOG.alternatives("MIT AND Apache-2.0").get(0);
        assertThat(CATALOG.alternatives(terms.id().value())).containsExactly(terms);
    }

    @Test
    void hasNoWayToMeetAnExpressionWithAnUnknownPart() {
        assertThat(CATALOG.alternatives("CC0-1.0 OR Nobody-1.0")).isEmpty();
        assertThat(CATALOG.alternatives("CC0-1.0 AND Nobody-1.0")).isEmpty();
    }

    @Test
    void takesAnExceptionForTheLicenseItWidens() {
        assertThat(CATALOG.alternatives("GPL-2.0-or-later WITH Classpath-exception-2.0"))
                .extracting(terms -> terms.id().value())
                .containsExactly("GPL-2.0-or-later");
    }
}
