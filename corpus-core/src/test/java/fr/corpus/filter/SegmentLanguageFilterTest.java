package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.TextView;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentLanguageFilterTest {

    private static final String FRENCH = "La marée remontait doucement dans le port et les barques se redressaient.\n";
    private static final String ENGLISH = "The tide was coming back into the harbour and the boats were rising.\n";

    private final TextView view = new TextView(new FrenchTokenizer());

    private static SegmentLanguageFilter filter(double minShare) {
        return filter(minShare, "any");
    }

    private static SegmentLanguageFilter filter(double minShare, String variety) {
        return SegmentLanguageFilter.from(Settings.none()
                .with("languages", List.of("fra"))
                .with("min-score", 0.5)
                .with("min-share", minShare)
                .with("varieties", List.of(variety)));
    }

    private Reason reason(double minShare, String text) {
        return ((Verdict.Drop) filter(minShare).judge(view.of(text))).reason();
    }

    @Test
    void aMixedTextIsKeptOrDroppedByTheShareOfTheWantedLanguage() {
        String text = FRENCH + FRENCH + ENGLISH;
        assertThat(filter(0.6).judge(view.of(text))).isEqualTo(Verdict.keep());
        assertThat(view.language()).isEqualTo("fra");
        assertThat(reason(0.8, text)).isEqualTo(Reason.of("mixed-languages"));
        assertThat(reason(0.3, FRENCH + ENGLISH + ENGLISH)).isEqualTo(Reason.of("other-language"));
    }

    @Test
    void aTextInOneLanguageIsJudgedAsInVersionOne() {
        assertThat(filter(0.8).judge(view.of(FRENCH))).isEqualTo(Verdict.keep());
        assertThat(reason(0.8, ENGLISH)).isEqualTo(Reason.of("other-language"));
        assertThat(reason(0.8, "12 345,67 — 😀😀")).isEqualTo(Reason.of("language-unknown"));
        assertThat(reason(0.8, "")).isEqualTo(Reason.of("language-unknown"));
    }

    @Test
    void keepsOnlyTheVarietyThatIsAskedFor() {
        String text = "La bourgmestre a reçu septante lettres au CPAS, et les échevins en ont lu nonante.";
        assertThat(filter(0.8, "belgium").judge(view.of(text))).isEqualTo(Verdict.keep());
        assertThat(filter(0.8, "none").judge(view.of(FRENCH))).isEqualTo(Verdict.keep());
        assertThat(((Verdict.Drop) filter(0.8, "quebec").judge(view.of(text))).reason())
                .isEqualTo(Reason.of("other-variety"));
        assertThatThrownBy(() -> filter(0.8, "bretagne"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("bretagne")
                .hasMessageContaining("switzerland");
    }

    @Test
    void refusesAShareOutOfRange() {
        assertThatThrownBy(() -> filter(80)).isInstanceOf(RecipeException.class).hasMessageContaining("min-share");
    }
}
