package fr.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.step.Parameter;
import fr.corpus.step.Settings;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DedupSettingsTest {

    private static final Settings DEFAULTS = Settings.none()
            .with("bands", 14L)
            .with("rows-per-band", 8L)
            .with("shingle-words", 5L)
            .with("verify-jaccard", 0.75);

    @Test
    void readsTheStepFromItsSettings() {
        assertThat(MinHashDedup.from(DEFAULTS)).isEqualTo(TestCorpus.DEFAULT);
        assertThat(MinHashDedup.from(DEFAULTS.with("verify-jaccard", Settings.OFF))
                        .verifyJaccard())
                .isEmpty();
    }

    @Test
    void refusesValuesOutOfRange() {
        for (String name : List.of("bands", "rows-per-band", "shingle-words")) {
            for (long value : new long[] {0, -1, 65}) {
                assertThatThrownBy(() -> MinHashDedup.from(DEFAULTS.with(name, value)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(name)
                        .hasMessageContaining(String.valueOf(value));
            }
        }
        for (double value : new double[] {0, -0.5, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> MinHashDedup.from(DEFAULTS.with("verify-jaccard", value)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void joinsTheStepsOfARecipe() {
        assertThat(DedupSettings.of(List.of())).isEqualTo(DedupSettings.NONE);
        assertThat(DedupSettings.of(List.of(new ExactDedup(), TestCorpus.DEFAULT)))
                .isEqualTo(TestCorpus.BOTH);
        assertThat(DedupSettings.of(List.of(TestCorpus.DEFAULT))).isEqualTo(TestCorpus.NEAR_ONLY);
    }

    @Test
    void namesAnIndexByAllThatItsKeysDependOnAndNothingElse() {
        String id = TestCorpus.BOTH.indexId();
        assertThat(id).contains("folding@1").contains("=5").contains("14x8");
        MinHashDedup looser = new MinHashDedup(14, 8, 5, OptionalDouble.empty());
        assertThat(DedupSettings.of(List.of(looser)).indexId()).isEqualTo(id);
    }

    @Test
    void describesEveryParameterAndReasonInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Stream.concat(
                            MinHashDedup.PARAMETERS.stream()
                                    .map(Parameter::name)
                                    .map(name -> "dedup.parameter." + name),
                            Stream.of("dedup.reason.exact-duplicate", "dedup.reason.near-duplicate"))
                    .forEach(key ->
                            assertThat(bundle("dedup", locale).getString(key)).isNotBlank());
        }
    }

    @Test
    void saysTheSameThingsInBothLanguagesWithoutAsciiApostrophes() {
        for (String room : List.of("dedup", "bench")) {
            ResourceBundle french = bundle(room, Locale.FRENCH);
            assertThat(french.keySet()).isEqualTo(bundle(room, Locale.ENGLISH).keySet());
            assertThat(french.keySet())
                    .allSatisfy(key -> assertThat(french.getString(key))
                            .doesNotContain("'")
                            .doesNotContainPattern(" [;:!?»]|« "));
        }
    }

    private static ResourceBundle bundle(String room, Locale locale) {
        return ResourceBundle.getBundle(
                "fr.corpus." + room + ".messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
