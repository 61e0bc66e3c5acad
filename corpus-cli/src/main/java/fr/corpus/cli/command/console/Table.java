package fr.corpus.cli.command.console;

import java.util.ArrayList;
import java.util.List;

/** A table of text: the first column to the left, the others to the right. Confined to one thread. */
public final class Table {

    private static final String INDENT = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; the first one is the head. */
    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Prints all rows, columns aligned by code points. */
    public void print(Console console) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? row.get(i) + blanks : INDENT + blanks + row.get(i));
            }
            console.out().println(line.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
