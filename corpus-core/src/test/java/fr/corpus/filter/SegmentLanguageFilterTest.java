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
        return SegmentLanguageFilter.from(Settings.none()
                .with("languages", List.of("fra"))
                .with("min-score", 0.5)
                .with("min-share", minShare));
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
    void refusesAShareOutOfRange() {
        assertThatThrownBy(() -> filter(80)).isInstanceOf(RecipeException.class).hasMessageContaining("min-share");
    }
}
