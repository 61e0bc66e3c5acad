package fr.corpus.eval.pack;

import fr.corpus.eval.format.JsonBytes;
import fr.corpus.eval.format.JsonLines;
import fr.corpus.internal.json.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of JSON: one object a line; a list of objects; or an object whose {@code data} or {@code rows} is such a list. Thread-safe.
 */
final class JsonRows {

    private JsonRows() {}

    static void read(byte[] bytes, String file, OfficialRows.Sink sink) throws IOException {
        if (OfficialRows.firstByte(bytes) == '{' && isLines(bytes)) {
            long[] rows = {0};
            JsonLines.read(
                    new ByteArrayInputStream(bytes),
                    file,
                    (line, value) -> take(new PackPlace(file, line), rows[0]++, value, sink));
            return;
        }
        Object root = whole(bytes, file);
        List<?> rows = root instanceof List<?> list ? list : rowsOf(file, root);
        for (int i = 0; i < rows.size(); i++) {
            take(new PackPlace(file, i + 1L), i, rows.get(i), sink);
        }
    }

    /** The one value of a file. */
    static @Nullable Object whole(byte[] bytes, String file) {
        return JsonBytes.parse(bytes, file);
    }

    /** Whether the first line is a whole value and something follows it, or it is the only line. */
    static boolean isLines(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && (bytes[start] == '\n' || bytes[start] == '\r')) {
            start++;
        }
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        try {
            Object first = JsonTree.parse(Arrays.copyOfRange(bytes, start, end));
            return !(first instanceof Map<?, ?> map
                    && (map.get("data") instanceof List<?> || map.get("rows") instanceof List<?>));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<?> rowsOf(String file, @Nullable Object root) {
        if (root instanceof Map<?, ?> map) {
            for (String key : List.of("data", "rows")) {
                if (map.get(key) instanceof List<?> rows) {
                    return rows;
                }
            }
        }
        throw new PackPlace(file, 1).fail("data-no-rows");
    }

    private static void take(PackPlace place, long number, @Nullable Object value, OfficialRows.Sink sink) {
        if (!(value instanceof Map<?, ?>)) {
            throw place.fail("data-row-not-object");
        }
        Map<String, @Nullable Object> row = ItemJson.asMap("row", value);
        Object inner = row.get("row");
        boolean wrapped = inner instanceof Map<?, ?> && row.containsKey("row_idx");
        sink.take(number, wrapped ? ItemJson.asMap("row", inner) : row);
    }
}
