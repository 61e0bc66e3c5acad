package fr.corpus.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rows of our own in the official form of a public set. Immutable.
 *
 * @param pack id of its pack
 * @param file name of the official file
 * @param parquet whether the official file is Parquet; the body is then JSON lines
 * @param body the rows
 * @param right what a model answers that knows them all; {@code +} stands for the acceptable sentence of a pair
 */
public record OfficialSet(String pack, String file, boolean parquet, String body, List<String> right) {

    /** All sets, some in several forms. */
    public static Stream<OfficialSet> all() throws IOException {
        String text;
        try (InputStream in =
                Objects.requireNonNull(OfficialSet.class.getResourceAsStream("/eval/official/sets.txt"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<OfficialSet> sets = new ArrayList<>();
        for (String part : text.substring(text.indexOf("\n@ ") + 3).split("\n@ ")) {
            int head = part.indexOf('\n');
            int tail = part.lastIndexOf("\n= ");
            String[] words = part.substring(0, head).split(" ");
            sets.add(new OfficialSet(
                    words[0],
                    words[1],
                    words.length > 2,
                    part.substring(head + 1, tail + 1),
                    List.of(part.substring(tail + 3).strip().split(" \\| "))));
        }
        return sets.stream();
    }

    /** Writes the official files into a folder. */
    public List<Path> files(Path folder) throws IOException, SQLException {
        Path rows = Files.writeString(folder.resolve(parquet ? "rows.jsonl" : file), body);
        if (parquet) {
            Path table = folder.resolve(file);
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("COPY (SELECT * FROM read_json('" + rows + "', format = 'newline_delimited')) TO '"
                        + table + "' (FORMAT parquet, COMPRESSION snappy)");
            }
            return List.of(table);
        }
        boolean lines = file.endsWith(".devtest") || file.endsWith(".en");
        return lines
                ? List.of(rows, Files.writeString(folder.resolve("target"), String.join("\n", right) + "\n"))
                : List.of(rows);
    }

    @Override
    public String toString() {
        return pack + " " + file;
    }
}
