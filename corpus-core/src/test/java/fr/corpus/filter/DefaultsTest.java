package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.corpus.error.UserMessage;
import fr.corpus.recipe.Profile;
import fr.corpus.step.Filter;
import fr.corpus.step.Parameter;
import fr.corpus.step.Reason;
import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import fr.corpus.step.Verdict;
import fr.corpus.text.FrenchTokenizer;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of thresholds, the parameters and the reasons are complete and say the same everywhere. */
class DefaultsTest {

    private static final Map<StepId, List<Parameter>> PARAMETERS = new TreeMap<>(Map.of(
            RepetitionFilter.ID, RepetitionFilter.PARAMETERS,
            LineFilter.ID, LineFilter.PARAMETERS,
            QualityFilter.ID, QualityFilter.PARAMETERS));

    private static final Map<StepId, Function<Settings, Filter>> CONSTRUCTORS = new TreeMap<>(Map.of(
            RepetitionFilter.ID, RepetitionFilter::from,
            LineFilter.ID, LineFilter::from,
            QualityFilter.ID, QualityFilter::from));

    private static final String PROSE = """
            Le car de sept heures dépose les lycéens devant la gare. Il pleut, et les cartables sentent le cuir mouillé. \
            Une fille relit sa leçon de latin sous l'auvent du kiosque, pendant que le marchand empile les journaux du \
            matin. Personne ne parle encore ; on attend que la grille s'ouvre.
            À huit heures moins dix, le concierge sort avec son trousseau de clefs et traverse la cour.
            """;

    @Test
    void everyParameterHasADefaultAndEveryDefaultAParameter() {
        PARAMETERS.forEach((step, parameters) -> {
            Set<String> names = parameters.stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
            assertThat(Profiles.table().get(step.toString()).get("default").keySet())
                    .as(step.toString())
                    .containsExactlyInAnyOrderElementsOf(names);
        });
    }

    @Test
    void everyProfileInTheTableIsAProfileAndNamesParametersOnly() {
        Set<String> known = Arrays.stream(Profile.values()).map(Profile::key).collect(Collectors.toSet());
        known.add("default");
        PARAMETERS.forEach((step, parameters) -> Profiles.table()
                .get(step.toString())
                .forEach((profile, values) -> {
                    assertThat(known).contains(profile);
                    assertThat(parameters.stream().map(Parameter::name)).containsAll(values.keySet());
                }));
    }

    @Test
    void everyFilterIsBuiltInEveryProfile() {
        for (Profile profile : Profile.values()) {
            CONSTRUCTORS.forEach((step, constructor) -> assertThat(constructor
                            .apply(Profiles.settings(step, profile.key()))
                            .id())
                    .isEqualTo(step));
        }
    }

    @Test
    void everyReasonAndParameterIsToldInBothLanguages() {
        Stream<String> reasons = Stream.of(RepetitionFilter.REASONS, LineFilter.REASONS, QualityFilter.REASONS)
                .flatMap(List::stream)
                .map(reason -> "filter.reason." + reason);
        Stream<String> parameters = PARAMETERS.values().stream()
                .flatMap(List::stream)
                .map(parameter -> "filter.parameter." + parameter.name());
        Stream.concat(reasons, parameters).distinct().forEach(key -> {
            String english = UserMessage.of(key).in(Locale.ENGLISH);
            String french = UserMessage.of(key).in(Locale.FRENCH);
            assertThat(french).as(key).isNotEqualTo(english).doesNotContain("'");
            assertThat(french).as(key).doesNotContainPattern("\\w [:;!?]");
        });
    }

    @Test
    void aKeptDocumentHasEverySignalOfTheThreeFilters() {
        TextView view = new TextView(new FrenchTokenizer()).of(PROSE);
        CONSTRUCTORS.forEach((step, constructor) -> assertThat(
                        constructor.apply(Profiles.settings(step, "web")).judge(view))
                .isEqualTo(Verdict.keep()));
        for (Signal signal : EnumSet.complementOf(EnumSet.of(Signal.LANGUAGE_SCORE))) {
            assertThat(view.signals().get(signal)).as(signal.column()).isNotNaN();
        }
    }

    @Test
    void aDropTellsTheMeasuredValueAndTheThreshold() {
        Settings settings = Profiles.settings(QualityFilter.ID, "web").with("min-words", 1_000L);
        TextView view = new TextView(new FrenchTokenizer()).of(PROSE);
        assertThat(QualityFilter.from(settings).judge(view)).isInstanceOfSatisfying(Verdict.Drop.class, drop -> {
            assertThat(drop.reason()).isEqualTo(Reason.of("too-few-words"));
            assertThat(drop.evidence().items()).extracting(item -> item.name()).containsExactly("words", "min-words");
        });
    }

    @Test
    void zeroIsAThresholdAndOffIsNone() {
        Settings web = Profiles.settings(LineFilter.ID, "web");
        String lines = "Une ligne finie.\nUne autre ligne finie.\n";
        TextView view = new TextView(new FrenchTokenizer()).of(lines);
        assertThat(LineFilter.from(web.with("max-newlines-per-word", 0.0)).judge(view))
                .isInstanceOf(Verdict.Drop.class);
        assertThat(LineFilter.from(web.with("max-newlines-per-word", Settings.OFF))
                        .judge(view))
                .isEqualTo(Verdict.keep());
    }

    @Test
    void refusesWhatIsNoThresholdOrNoneOfTheWordsAllowed() {
        Settings lines = Profiles.settings(LineFilter.ID, "web");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineFilter.from(lines.with("max-short-lines", -0.1)))
                .withMessageContaining("max-short-lines");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineFilter.from(lines.with("max-short-lines", Double.NaN)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineFilter.from(lines.with("line-ends", "english")))
                .withMessageContaining("terminal, french");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineFilter.from(lines.with("short-line-code-points", -1L)));
        Settings quality = Profiles.settings(QualityFilter.ID, "web");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityFilter.from(quality.with("bullets", List.of("->"))))
                .withMessageContaining("->");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityFilter.from(quality.with("stop-word-match", "fuzzy")));
        Settings repetition = Profiles.settings(RepetitionFilter.ID, "web");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepetitionFilter.from(repetition.with("min-top-occurrences", 0L)));
    }
}
