package fr.corpus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.corpus.step.Filter;
import fr.corpus.text.GivenTokens;
import fr.corpus.text.Signal;
import fr.corpus.text.TextView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profile fineweb2 against datatrove on texts of ours: vectors/fineweb2. */
class FineWeb2VectorsTest {

    record Vector(JsonNode json) {
        String text(String field) {
            return json.get(field).stringValue();
        }

        TextView view() {
            List<String> tokens =
                    json.get("tokens").valueStream().map(JsonNode::stringValue).toList();
            return new TextView(new GivenTokens(tokens)).of(text("text"));
        }

        @Override
        public String toString() {
            return text("name");
        }
    }

    static Stream<Vector> vectors() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                FineWeb2VectorsTest.class.getResourceAsStream("/vectors/fineweb2/vectors.jsonl"),
                StandardCharsets.UTF_8))) {
            JsonMapper mapper = JsonMapper.shared();
            return in.lines().map(line -> new Vector(mapper.readTree(line))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachFilterGivesTheReasonOfDatatrove(Vector vector) {
        TextView view = vector.view();
        for (Map.Entry<String, Filter> filter : DatatroveParity.filters().entrySet()) {
            String name = filter.getKey();
            assertThat(DatatroveParity.reason(name, filter.getValue(), view))
                    .as(name)
                    .isEqualTo(vector.text(name));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eachSignalHasTheValueOfDatatrove(Vector vector) {
        TextView view = vector.view();
        DatatroveParity.filters().values().forEach(filter -> filter.judge(view));
        JsonNode expected = vector.json().get("signals");
        for (Signal signal : Signal.values()) {
            JsonNode value = expected.get(signal.column());
            double measured = view.signals().get(signal);
            if (value == null) {
                assertThat(measured).as(signal.column()).isNaN();
            } else {
                assertThat(measured).as(signal.column()).isCloseTo(value.doubleValue(), within(1e-12));
            }
        }
    }

    @Test
    void everyReasonOfTheProfileHasAVectorButTooManyWords() {
        TreeSet<String> seen = new TreeSet<>();
        vectors()
                .forEach(vector ->
                        DatatroveParity.filters().keySet().forEach(name -> seen.add(name + ":" + vector.text(name))));
        List<String> missing = DatatroveParity.REASONS.entrySet().stream()
                .map(entry -> entry.getKey().substring(0, entry.getKey().indexOf(':') + 1) + entry.getValue())
                .filter(reason -> !seen.contains(reason))
                .toList();
        assertThat(missing).containsExactly("quality:gopher_long_doc");
    }
}
