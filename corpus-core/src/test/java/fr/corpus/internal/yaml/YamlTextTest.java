package fr.corpus.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.error.RecipeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"off", "no", "yes", "1_000", "0b1", "12:30", "2026-01-01", "-", "<<"})
    void keepsAsTextWhatOnlyYaml11Converts(String text) {
        assertThat(scalar("[ \"x\", " + (text.equals("-") ? "'-'" : text) + " ]"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"12,12", "-3,-3", "+7,7", "0x1F,31", "0o17,15", "9223372036854775807,9223372036854775807"})
    void readsWholeNumbers(String text, long value) {
        assertThat(scalar("[ x, " + text + " ]")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5", ".5,0.5", "1e3,1000", "-1.,-1", "6.02e-2,0.0602"})
    void readsDecimalNumbers(String text, double value) {
        assertThat(scalar("[ x, " + text + " ]")).isEqualTo(value);
    }

    @Test
    void readsNumbersThatAreNotFinite() {
        assertThat(scalar("[ x, .inf ]")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(scalar("[ x, -.INF ]")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scalar("[ x, +.Inf ]")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(scalar("[ x, .NaN ]")).isEqualTo(Double.NaN);
    }

    @Test
    void keepsAWholeNumberBeyondSixtyFourBitsAsText() {
        assertThat(scalar("[ x, 9223372036854775808 ]")).isEqualTo("9223372036854775808");
    }

    @Test
    void takesAQuotedValueAsText() {
        assertThat(scalar("[ x, \"12\" ]")).isEqualTo("12");
        assertThat(scalar("[ x, 'true' ]")).isEqualTo("true");
    }

    @Test
    void knowsTheLineOfEachKeyAndValue() {
        YamlNode.Mapping root = (YamlNode.Mapping) parse("a: 1\n\n# note\nb:\n  - c\n");
        assertThat(root.entries().get(1).line()).isEqualTo(4);
        assertThat(root.entries().get(1).value().line()).isEqualTo(5);
    }

    @Test
    void ignoresAByteOrderMark() {
        assertThat(parse("\uFEFFa: 1")).isInstanceOf(YamlNode.Mapping.class);
    }

    @Test
    void followsAnAlias() {
        YamlNode.Mapping root = (YamlNode.Mapping) parse("a: &here [ 1 ]\nb: *here\n");
        assertThat(root.entries().get(1).value())
                .isEqualTo(root.entries().get(0).value());
    }

    @Test
    void stopsABillionLaughs() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ ha, ha, ha, ha, ha, ha, ha, ha, ha ]\n");
        for (int i = 1; i < 10; i++) {
            String nine = String.join(", ", java.util.Collections.nCopies(9, "*a" + (i - 1)));
            yaml.append("a%d: &a%d [ %s ]%n".formatted(i, i, nine));
        }
        assertFails(yaml.toString(), "too many values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\na: 2|given twice",
                "a: &x { b: *x }|names no anchor",
                "a: !!java/object:java.io.File [ / ]|tags",
                "a: !!str 1|tags",
                "? [ a ]\\n: 1|a key must be a word",
                "a: 1\\n---\\nb: 2|second YAML document",
                "a: [ 1, 2|not valid YAML",
                "\\ta: 1|not valid YAML",
                "a: \"open|not valid YAML",
                "'\u0007'|not valid YAML"
            })
    void refuses(String yaml, String message) {
        assertFails(yaml.replace("\\n", "\n").replace("\\t", "\t"), message);
    }

    @Test
    void refusesDeepNesting() {
        assertFails("[".repeat(100) + "]".repeat(100), "nested too deeply");
    }

    @Test
    void refusesAnEmptyDocument() {
        assertFails("# nothing\n", "empty");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "nom: théâtre".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> YamlText.parse(latin1, "x.yaml"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void refusesALargeDocumentBeforeReadingIt() {
        byte[] large = new byte[YamlText.MAX_BYTES + 1];
        Arrays.fill(large, (byte) '#');
        assertThatThrownBy(() -> YamlText.parse(large, "x.yaml")).hasMessageContaining("larger than");
    }

    private static void assertFails(String yaml, String message) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining(message);
    }

    private static Object scalar(String yaml) {
        YamlNode item = ((YamlNode.Sequence) parse(yaml)).items().get(1);
        return ((YamlNode.Scalar) item).value();
    }

    private static YamlNode parse(String yaml) {
        return YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), "x.yaml");
    }
}
