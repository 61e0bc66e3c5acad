package fr.corpus.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000,0",
        "8000000000000000,0",
        "0000000000000001,5e-324",
        "8000000000000001,-5e-324",
        "7fefffffffffffff,1.7976931348623157e+308",
        "ffefffffffffffff,-1.7976931348623157e+308",
        "4340000000000000,9007199254740992",
        "c340000000000000,-9007199254740992",
        "4430000000000000,295147905179352830000",
        "44b52d02c7e14af5,9.999999999999997e+22",
        "44b52d02c7e14af6,1e+23",
        "44b52d02c7e14af7,1.0000000000000001e+23",
        "444b1ae4d6e2ef4e,999999999999999700000",
        "444b1ae4d6e2ef4f,999999999999999900000",
        "444b1ae4d6e2ef50,1e+21",
        "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d,0.000001",
        "41b3de4355555553,333333333.3333332",
        "41b3de4355555554,333333333.33333325",
        "41b3de4355555555,333333333.3333333",
        "41b3de4355555556,333333333.3333334",
        "41b3de4355555557,333333333.33333343",
        "becbf647612f3696,-0.0000033333333333333333",
        "43143ff3c1cb0959,1424953923781206.2"
    })
    void printsTheNumbersOfTheRfc(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(json(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "-2.5,-2.5",
        "100,100",
        "1e15,1000000000000000",
        "123456789.123456,123456789.123456",
        "1e20,100000000000000000000",
        "0.30000000000000004,0.30000000000000004",
        "0.000123,0.000123",
        "1.5e300,1.5e+300",
        "5e-7,5e-7",
        "5.684341886080802e-14,5.684341886080802e-14",
        "9007199254740993,9007199254740992",
        "4.35,4.35",
        "2.2250738585072014e-308,2.2250738585072014e-308"
    })
    void printsWholeAndShortNumbersPlainly(double value, String text) {
        assertThat(json(value)).isEqualTo(text);
    }

    @Test
    void printsTheShortestTextThatReadsBackAsTheSameNumber() {
        long seed = 8785;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = switch (i % 4) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> random.nextInt(1, 5000) / (double) random.nextInt(1, 5000);
                case 2 -> random.nextInt(2_000_000) / 1e6;
                default -> Math.scalb(1.0, random.nextInt(-1074, 1024));
            };
            if (Double.isFinite(value)) {
                assertThat(new BigDecimal(json(value)))
                        .as("seed %d, draw %d, bits %x", seed, i, Double.doubleToRawLongBits(value))
                        .isEqualByComparingTo(shortest(value));
            }
        }
    }

    /** By trying every length: slow and plain. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits <= 17; digits++) {
            BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean downReads = down.doubleValue() == value;
            boolean upReads = up.doubleValue() == value;
            if (downReads && upReads) {
                int closer =
                        exact.subtract(down).abs().compareTo(up.subtract(exact).abs());
                boolean downIsEven = !down.unscaledValue().testBit(0);
                return closer < 0 || closer == 0 && downIsEven ? down : up;
            }
            if (downReads || upReads) {
                return downReads ? down : up;
            }
        }
        throw new AssertionError(value);
    }

    @Test
    void refusesWhatJsonHasNoNumberFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> json(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> json(Double.NEGATIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> json(CanonicalJson.MAX_INTEGER + 1));
    }

    /** RFC 8785, section 3.2.2. */
    @Test
    void writesTheSampleOfTheRfc() {
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("numbers", List.of(333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001));
        sample.put("string", "€$\017\nA'B\"\\\\\"/");
        sample.put("literals", Arrays.asList(null, true, false));
        assertThat(json(sample))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, section 3.2.3: by UTF-16 units, so the emoji comes before U+FB33. */
    @Test
    void sortsKeysByUtf16Units() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            map.put(key, 0L);
        }
        assertThat(json(map))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
    }

    @Test
    void refusesKeysOutOfOrderAndLoneSurrogates() {
        CanonicalJson json = new CanonicalJson();
        json.beginObject().key(CanonicalJson.Key.of("b")).number(1);
        assertThatIllegalArgumentException().isThrownBy(() -> json.key(CanonicalJson.Key.of("a")));
        assertThatIllegalArgumentException().isThrownBy(() -> json.key(CanonicalJson.Key.of("b")));
        assertThatIllegalArgumentException().isThrownBy(() -> json("a\ud800b"));
        assertThatIllegalArgumentException().isThrownBy(() -> json("\udc00"));
    }

    @Test
    void escapesManyCharactersWithoutLosingAny() {
        String text = "\"\\\u0000\u001f\n\t\r\b\f/é😀".repeat(3000);
        String escaped = "\\\"\\\\\\u0000\\u001f\\n\\t\\r\\b\\f/é😀".repeat(3000);
        assertThat(json(text)).isEqualTo('"' + escaped + '"');
    }

    @Test
    void writesBytesInHexadecimal() {
        CanonicalJson json = new CanonicalJson();
        json.beginArray()
                .hex(new byte[] {0, (byte) 0xAB, 0x7F})
                .hex(new byte[0])
                .bool(true)
                .endArray();
        assertThat(json.toByteArray()).asString(StandardCharsets.UTF_8).isEqualTo("[\"00ab7f\",\"\",true]");
        assertThat(json.clear().number(-7).toByteArray())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("-7");
    }

    private static String json(Object value) {
        return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
    }
}
