package fr.corpus.eval.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV (RFC 4180, with a comma or a semicolon, whichever the first line has more of) or of lines whose fields are separated by
 * tabs, in which quotation marks mean nothing unless the adapter says so. Confined to one thread.
 */
final class DelimitedRows {

    private static final int MAX_COLUMNS = 1000;

    private final String text;
    private final String file;
    private final char separator;
    private final boolean quotes;
    private int at;
    private long line = 1;

    private DelimitedRows(String text, String file, char separator, boolean quotes) {
        this.text = text;
        this.file = file;
        this.separator = separator;
        this.quotes = quotes;
    }

    static void read(String text, String file, Adapter adapter, OfficialRows.Sink sink) {
        char separator = separator(text, file);
        DelimitedRows rows = new DelimitedRows(text, file, separator, separator != '\t' || adapter.quotedTabs());
        List<String> columns = adapter.columns().isEmpty() ? rows.next() : adapter.columns();
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new PackPlace(file, 1).fail("data-column-twice", String.join(", ", columns));
        }
        for (long number = 0; rows.at < text.length(); number++) {
            long start = rows.line;
            List<String> cells = rows.next();
            if (cells.size() == 1 && cells.get(0).isBlank()) {
                number--;
                continue;
            }
            if (cells.size() != columns.size()) {
                throw new PackPlace(file, start)
                        .fail("data-cell-count", String.valueOf(columns.size()), String.valueOf(cells.size()));
            }
            Map<String, @Nullable Object> row = new TreeMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            sink.take(number, row);
        }
    }

    private static char separator(String text, String file) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        if (OfficialRows.isTabbed(file) || first.indexOf('\t') >= 0) {
            return '\t';
        }
        return first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    private List<String> next() {
        List<String> cells = new ArrayList<>();
        do {
            if (cells.size() == MAX_COLUMNS) {
                throw new PackPlace(file, line).fail("data-cell-count", String.valueOf(MAX_COLUMNS), "…");
            }
            cells.add(quotes && at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (at < text.length() && text.charAt(at++) == separator);
        line++;
        return cells;
    }

    /** Up to the separator or the end of the line, which stay to be read. */
    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        boolean carriage = at > from && text.charAt(at - 1) == '\r' && (at == text.length() || text.charAt(at) == '\n');
        return text.substring(from, carriage ? at - 1 : at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        long start = line;
        at++;
        while (true) {
            if (at >= text.length()) {
                throw new PackPlace(file, start).fail("data-open-quote");
            }
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
            }
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                break;
            }
        }
        return cell.append(plain()).toString();
    }
}
