package fr.corpus.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.corpus.internal.json.JsonScanner.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Compares the scanner with Jackson, which is independent of it, on thousands of generated and damaged objects. */
class JsonScannerTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final int OBJECTS = 20_000;
    private static final String[] NAMES = {"text", "id", "meta", "é", "a\\u0062", "t\\u0065xt", "", "x\\\"y"};
    private static final String[] PIECES = {
        "a",
        "é",
        "’",
        "œ",
        "😀",
        "\\n",
        "\\\"",
        "\\\\",
        "\\/",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\u0000",
        " ",
        "abcdefghij",
        "Il était une fois",
        "\\b",
        "\\ud83d",
        "\u007F",
        "\u00A0"
    };

    private final JsonScanner scanner = new JsonScanner(paths());

    private static JsonPaths paths() {
        JsonPaths paths = new JsonPaths();
        paths.add(0, List.of("text"));
        paths.add(1, List.of("meta", "text"));
        paths.add(2, List.of("meta"));
        return paths;
    }

    @Test
    void agreesWithJacksonOnGeneratedObjects() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < OBJECTS; i++) {
            String json = object(random, 3);
            agree(json.getBytes(StandardCharsets.UTF_8), "seed " + seed + ", object " + i + ": " + json);
        }
    }

    @Test
    void agreesWithJacksonOnDamagedObjects() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < OBJECTS; i++) {
            byte[] bytes = object(random, 2).getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(3); n >= 0; n--) {
                String marks = "{}[]\",:\\ux0189eE+-.tfn \t";
                byte other = random.nextInt(4) == 0
                        ? (byte) random.nextInt(256)
                        : (byte) marks.charAt(random.nextInt(marks.length()));
                bytes[random.nextInt(bytes.length)] = other == '\n' ? (byte) ' ' : other;
            }
            agree(bytes, "seed " + seed + ", object " + i + ": " + new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private void agree(byte[] bytes, String what) {
        Optional<JsonNode> expected = jackson(bytes);
        boolean scanned = scans(bytes);
        assertThat(scanned).as(what).isEqualTo(expected.isPresent());
        if (scanned) {
            agree(expected.get().get("text"), 0, what);
            JsonNode meta = expected.get().get("meta");
            agree(meta == null || !meta.isObject() ? null : meta.get("text"), 1, what);
            agree(meta, 2, what);
        }
    }

    private void agree(JsonNode expected, int slot, String what) {
        Value kind = scanner.kind(slot);
        if (expected == null) {
            assertThat(kind).as(what).isEqualTo(Value.ABSENT);
        } else if (expected.isString()) {
            assertThat(scanner.text(slot)).as(what).isEqualTo(expected.stringValue());
            assertThat(kind).as(what).isEqualTo(hasLone(expected.stringValue()) ? Value.LONE_SURROGATE : Value.STRING);
        } else if (expected.isNull()) {
            assertThat(kind).as(what).isEqualTo(Value.NULL);
        } else if (expected.isNumber()) {
            assertThat(kind).as(what).isEqualTo(Value.NUMBER);
            assertThat(Double.parseDouble(scanner.text(slot))).as(what).isEqualTo(expected.doubleValue());
        } else if (!expected.isArray()) {
            assertThat(kind).as(what).isEqualTo(Value.OTHER);
        } else {
            assertThat(kind).as(what).isIn(Value.LIST, Value.LONE_SURROGATE, Value.OTHER);
        }
    }

    private static boolean hasLone(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Optional<JsonNode> jackson(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = JACKSON.readTree(text);
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }

    private boolean scans(byte[] bytes) {
        try {
            scanner.scan(bytes, 0, bytes.length);
            return true;
        } catch (JsonFault e) {
            return false;
        }
    }

    private static String object(Random random, int depth) {
        StringBuilder json = new StringBuilder("{");
        for (int n = random.nextInt(4); n > 0; n--) {
            json.append(blank(random))
                    .append('"')
                    .append(NAMES[random.nextInt(NAMES.length)])
                    .append('"');
            json.append(blank(random)).append(':').append(blank(random)).append(value(random, depth));
            json.append(blank(random)).append(n > 1 ? "," : "");
        }
        return json.append('}').toString();
    }

    private static String value(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> {
                return String.valueOf(random.nextInt(2000) - 1000);
            }
            case 1 -> {
                return random.nextInt(9) + "." + random.nextInt(999) + (random.nextBoolean() ? "e-" : "E")
                        + random.nextInt(9);
            }
            case 2 -> {
                return random.nextBoolean() ? "true" : random.nextBoolean() ? "false" : "null";
            }
            case 6 -> {
                return object(random, depth - 1);
            }
            case 7 -> {
                StringBuilder list = new StringBuilder("[");
                for (int n = random.nextInt(3); n > 0; n--) {
                    list.append(value(random, depth - 1)).append(n > 1 ? "," : "");
                }
                return list.append(blank(random)).append(']').toString();
            }
            default -> {
                StringBuilder text = new StringBuilder("\"");
                for (int n = random.nextInt(9); n > 0; n--) {
                    text.append(PIECES[random.nextInt(PIECES.length)]);
                }
                return text.append('"').toString();
            }
        }
    }

    private static String blank(Random random) {
        return random.nextInt(5) == 0 ? " \t" : "";
    }

    @Test
    void readsOnlyBetweenItsBoundsAndGrowsWithTheText() throws JsonFault {
        String text = "é".repeat(100_000) + "😀".repeat(10_000) + "\\u00e9";
        byte[] bytes = ("\"}{\"text\":\"" + text + "\"}\"}").getBytes(StandardCharsets.UTF_8);
        scanner.scan(bytes, 2, bytes.length - 2);
        assertThat(scanner.text(0)).isEqualTo("é".repeat(100_000) + "😀".repeat(10_000) + "é");
        assertThatThrownBy(() -> scanner.scan(bytes, 2, bytes.length - 3)).isInstanceOf(JsonFault.class);
    }

    @Test
    void joinsListsAndRefusesMixedOnes() throws JsonFault {
        byte[] bytes = "{\"text\": [\"a\", 1, \"\", \"b\"], \"meta\": [\"a\", null]}".getBytes(StandardCharsets.UTF_8);
        scanner.scan(bytes, 0, bytes.length);
        assertThat(scanner.kind(0)).isEqualTo(Value.LIST);
        assertThat(scanner.text(0)).isEqualTo("a; 1; b");
        assertThat(scanner.kind(2)).isEqualTo(Value.OTHER);
    }
}
