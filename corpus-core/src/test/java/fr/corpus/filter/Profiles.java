package fr.corpus.filter;

import fr.corpus.step.Settings;
import fr.corpus.step.StepId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The table of thresholds as tests read it, straight from the resource. */
final class Profiles {

    private Profiles() {}

    /** The whole table: step, profile, parameter, value. */
    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Map<String, Object>>> table() {
        try (InputStream in = Profiles.class.getResourceAsStream("defaults.yaml")) {
            return (Map<String, Map<String, Map<String, Object>>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The complete parameters of a step in a profile. */
    static Settings settings(StepId step, String profile) {
        Map<String, Map<String, Object>> profiles = table().get(step.toString());
        Map<String, Object> values = new TreeMap<>(profiles.get("default"));
        values.putAll(profiles.getOrDefault(profile, Map.of()));
        values.replaceAll((name, value) -> value instanceof Integer whole ? (Object) whole.longValue() : value);
        return new Settings(values);
    }

    static RepetitionFilter repetition(String profile) {
        return RepetitionFilter.from(settings(RepetitionFilter.ID, profile));
    }

    static LineFilter lines(String profile) {
        return LineFilter.from(settings(LineFilter.ID, profile));
    }

    static QualityFilter quality(String profile) {
        return QualityFilter.from(settings(QualityFilter.ID, profile));
    }
}
