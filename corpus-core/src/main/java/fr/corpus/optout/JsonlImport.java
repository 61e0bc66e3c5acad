package fr.corpus.optout;

import fr.corpus.internal.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One JSON object in a line, its values texts, numbers or arrays of texts; lines that begin with {@code #} passed over. */
final class JsonlImport implements ImportSource {

    private final ImportLines in;

    private JsonlImport(ImportLines in) {
        this.in = in;
    }

    static JsonlImport open(Path file) throws IOException {
        return new JsonlImport(ImportLines.open(file));
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        for (Optional<String> line = in.next(); line.isPresent(); line = in.next()) {
            if (!line.get().isBlank() && !line.get().startsWith("#")) {
                return Optional.of(row(line.get()));
            }
        }
        return Optional.empty();
    }

    private ImportRow row(String raw) {
        String place = String.valueOf(in.number());
        ImportRow unreadable = new ImportRow(place, raw, Map.of(), false);
        if (ImportLines.isSpoilt(raw)) {
            return unreadable;
        }
        Object value;
        try {
            value = JsonTree.parse(raw.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return unreadable;
        }
        if (!(value instanceof Map<?, ?> object)) {
            return unreadable;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : object.entrySet()) {
            Optional<List<String>> values = values(field.getValue());
            if (values.isEmpty() || !ImportReader.FIELDS.contains((String) field.getKey())) {
                return unreadable;
            }
            fields.put((String) field.getKey(), values.get());
        }
        return new ImportRow(place, raw, fields, true);
    }

    private static Optional<List<String>> values(@Nullable Object value) {
        if (value instanceof String text) {
            return Optional.of(List.of(text));
        }
        if (value instanceof Long number) {
            return Optional.of(List.of(String.valueOf(number)));
        }
        if (!(value instanceof List<?> list)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof String text)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
