package fr.corpus.release;

import fr.corpus.hash.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON for people: keys in the given order, two spaces of indentation, an object of plain values on one line when it fits;
 * texts and numbers as in canonical JSON. UTF-8 with a final line feed.
 */
final class PrettyJson {

    private static final int LINE_BYTES = 180;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PrettyJson() {}

    static byte[] of(Object value) {
        PrettyJson pretty = new PrettyJson();
        pretty.value(value, 0);
        pretty.write("\n");
        return pretty.out.toByteArray();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            if (!inline(map.values(), oneLine(map))) {
                block("{", map.entrySet().iterator(), "}", depth);
                return;
            }
            write(oneLine(map));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            if (!inline(list, oneLine(list))) {
                block("[", list.iterator(), "]", depth);
                return;
            }
            write(oneLine(list));
        } else {
            out.writeBytes(CanonicalJson.of(value));
        }
    }

    private void block(String open, Iterator<?> items, String close, int depth) {
        write(open);
        while (items.hasNext()) {
            write("\n" + "  ".repeat(depth + 1));
            Object item = items.next();
            if (item instanceof Map.Entry<?, ?> entry) {
                out.writeBytes(CanonicalJson.of(entry.getKey()));
                write(": ");
                value(entry.getValue(), depth + 1);
            } else {
                value(item, depth + 1);
            }
            write(items.hasNext() ? "," : "");
        }
        write("\n" + "  ".repeat(depth) + close);
    }

    private static boolean inline(Iterable<?> items, String line) {
        for (Object item : items) {
            if (item instanceof Map || item instanceof List) {
                return false;
            }
        }
        return line.length() <= LINE_BYTES;
    }

    private static String oneLine(Object value) {
        StringBuilder line = new StringBuilder();
        String separator = "";
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                line.append(separator).append(text(entry.getKey())).append(": ").append(text(entry.getValue()));
                separator = ", ";
            }
            return "{ " + line + " }";
        }
        for (Object item : (List<?>) value) {
            line.append(separator).append(text(item));
            separator = ", ";
        }
        return "[" + line + "]";
    }

    private static String text(@Nullable Object value) {
        return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
