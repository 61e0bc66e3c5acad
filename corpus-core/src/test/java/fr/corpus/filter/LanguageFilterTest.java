package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import fr.corpus.step.Evidence;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageFilterTest {

    private static final String FRENCH = "La marée remontait doucement dans le port et les barques se redressaient.";
    private static final String ENGLISH = "The tide was coming back into the harbour and the boats were rising.";

    private final TextView view = new TextView(new FrenchTokenizer());

    private static LanguageFilter filter(String... languages) {
        return LanguageFilter.from(
                Settings.none().with("languages", List.of(languages)).with("min-score", 0.5));
    }

    @Test
    void keepsTheWantedLanguageAndLeavesItInTheView() {
        assertThat(filter("fra").judge(view.of(FRENCH))).isEqualTo(Verdict.keep());
        assertThat(view.language()).isEqualTo("fra");
        assertThat(view.signals().get(Signal.LANGUAGE_SCORE)).isBetween(0.9, 1.0);
    }

    @Test
    void dropsAnotherLanguageAndSaysWhich() {
        Verdict verdict = filter("fra").judge(view.of(ENGLISH));

        Verdict.Drop drop = (Verdict.Drop) verdict;
        assertThat(drop.reason()).isEqualTo(Reason.of("other-language"));
        assertThat(drop.evidence().items().get(0))
                .isEqualTo(new Evidence.Item("language", new Evidence.Value.Label("eng")));
        assertThat(drop.evidence().items().stream().map(Evidence.Item::name))
                .containsExactly("language", "language-score", "min-score");
        assertThat(view.language()).isEqualTo("eng");
    }

    @Test
    void keepsAnyOfSeveralWantedLanguages() {
        assertThat(filter("fra", "eng").judge(view.of(ENGLISH))).isEqualTo(Verdict.keep());
    }

    @Test
    void dropsWhatIsNoLanguage() {
        Verdict verdict = filter("fra").judge(view.of("12 345,67 — 😀😀 ++ 2024"));

        assertThat(((Verdict.Drop) verdict).reason()).isEqualTo(Reason.of("language-unknown"));
        assertThat(view.language()).isEqualTo("und");
    }

    @Test
    void refusesALanguageThatTheModelDoesNotKnow() {
        assertThatThrownBy(() -> filter("fra", "nah"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("“nah”")
                .hasMessageContaining("bre, ")
                .hasMessageContaining("languages");
    }

    @Test
    void refusesAScoreOutOfRange() {
        Settings settings = Settings.none().with("languages", List.of("fra")).with("min-score", 50.0);
        assertThatThrownBy(() -> LanguageFilter.from(settings))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("min-score");
    }
}
