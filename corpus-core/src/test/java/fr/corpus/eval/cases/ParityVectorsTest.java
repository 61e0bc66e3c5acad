package fr.corpus.eval.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fr.corpus.internal.json.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number of the original tools, to the last bit. */
class ParityVectorsTest {

    @ParameterizedTest
    @CsvSource({"texts.jsonl,380", "answers.jsonl,400"})
    void areMetToTheLastBit(String file, int count) throws IOException {
        List<Object> expected = new ArrayList<>();
        ByteArrayOutputStream cases = new ByteArrayOutputStream();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/vectors/eval/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                Map<?, ?> vector =
                        (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(line.getBytes(StandardCharsets.UTF_8)));
                expected.add(vector.get("expected"));
                // the line begins {"case": and ends , "expected": …}
                int end = line.lastIndexOf(", \"expected\": {");
                cases.write((line.substring("{\"case\": ".length(), end) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvaluationCases scored = new EvaluationCases(file, Locale.ENGLISH);
        scored.score(new ByteArrayInputStream(cases.toByteArray()), out, 2);
        assertThat(scored.failed()).isZero();
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(count).hasSameSizeAs(expected);
        for (int i = 0; i < count; i++) {
            Object got = JsonTree.parse(lines[i].getBytes(StandardCharsets.UTF_8));
            assertEqual(file + " #" + i, expected.get(i), got);
        }
    }

    /** All that is expected is there; numbers by value, since 1 and 1.0 are the same number in JSON. */
    private static void assertEqual(String place, @Nullable Object expected, @Nullable Object got) {
        if (expected instanceof Map<?, ?> map) {
            map.forEach((key, value) ->
                    assertEqual(place + "." + key, value, ((Map<?, ?>) Objects.requireNonNull(got)).get(key)));
        } else if (expected instanceof List<?> list) {
            List<?> other = (List<?>) Objects.requireNonNull(got);
            assertThat(other).as(place).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                assertEqual(place + "[" + i + "]", list.get(i), other.get(i));
            }
        } else if (expected instanceof Number number) {
            assertThat(((Number) Objects.requireNonNull(got)).doubleValue())
                    .as(place)
                    .isEqualTo(number.doubleValue());
        } else {
            assertThat(got).as(place).isEqualTo(expected);
        }
    }
}
