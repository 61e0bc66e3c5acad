package fr.corpus.optout;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table in RFC 4180 with a head: comma, semicolon or tab between cells, {@code |} between values in a cell, UTF-8, lines that
 * begin with {@code #} passed over.
 */
final class CsvImport implements ImportSource {

    private static final int MAX_NAME = 40;

    private final ImportLines in;
    private final String head;
    private final char separator;
    private final List<String> names;

    private CsvImport(ImportLines in, String head) {
        this.in = in;
        this.head = head;
        this.separator = separator(head);
        this.names = cells(head).orElse(List.of()).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    static CsvImport open(Path file) throws IOException {
        ImportLines in = ImportLines.open(file);
        try {
            CsvImport table = new CsvImport(in, in.next().orElse(""));
            List<String> unknown = table.names.stream()
                    .filter(name -> !ImportReader.FIELDS.contains(name))
                    .toList();
            if (!unknown.isEmpty() || table.names.isEmpty()) {
                throw new MalformedSourceException(UserMessage.of(
                        "optout.import.head",
                        file.toString(),
                        unknown.isEmpty() ? "" : shortened(unknown.get(0)),
                        String.join(", ", ImportReader.FIELDS)));
            }
            return table;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static String shortened(String name) {
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) + "…" : name;
    }

    private static char separator(String head) {
        char best = ',';
        for (char each : new char[] {',', ';', '\t'}) {
            best = count(head, each) > count(head, best) ? each : best;
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    @Override
    public String head() {
        return head;
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        for (Optional<String> line = in.next(); line.isPresent(); line = in.next()) {
            if (!line.get().isBlank() && !line.get().startsWith("#")) {
                return Optional.of(record(line.get()));
            }
        }
        return Optional.empty();
    }

    private ImportRow record(String first) throws IOException {
        String place = String.valueOf(in.number());
        StringBuilder raw = new StringBuilder(first);
        long quotes = count(first, '"');
        while (quotes % 2 != 0 && raw.length() <= ImportLines.MAX) {
            Optional<String> more = in.next();
            if (more.isEmpty()) {
                break;
            }
            quotes += count(more.get(), '"');
            raw.append('\n').append(more.get());
        }
        String text = raw.toString();
        Optional<List<String>> cells = ImportLines.isSpoilt(text) ? Optional.empty() : cells(text);
        if (cells.isEmpty() || cells.get().size() != names.size()) {
            return new ImportRow(place, text, Map.of(), false);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> values = Arrays.stream(cells.get().get(i).split("\\|"))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            fields.put(names.get(i), values);
        }
        return new ImportRow(place, text, fields, true);
    }

    /** The cells of a record; empty if a quote is wrong. */
    private Optional<List<String>> cells(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                if (!quoted && cell.length() > 0) {
                    return Optional.empty();
                }
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return quoted ? Optional.empty() : Optional.of(cells);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
