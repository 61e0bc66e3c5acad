package fr.corpus.eval.pack;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.parquet.CorruptParquetException;
import fr.corpus.internal.parquet.SourceColumns;
import fr.corpus.internal.parquet.SourceRow;
import fr.corpus.internal.parquet.SourceTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file: texts, numbers, booleans, and lists of those; structs are entered by dotted path. Thread-safe. */
final class ParquetRows {

    private ParquetRows() {}

    static List<String> columns(Path file) throws IOException {
        try {
            return SourceTable.open(file).paths();
        } catch (CorruptParquetException e) {
            throw new MalformedSourceException(UserMessage.of("eval.file-corrupt", file.toString()), e);
        }
    }

    static void read(Path file, List<String> fields, OfficialRows.Sink sink) throws IOException {
        try {
            SourceTable table = SourceTable.open(file);
            SourceColumns columns = table.columns(fields.stream()
                    .map(path -> Arrays.asList(path.split("\\.")))
                    .toList());
            String codec = table.unreadableCodec(columns);
            if (codec != null) {
                throw new MalformedSourceException(UserMessage.of("eval.data-codec", file.toString(), codec));
            }
            SourceRow cells = new SourceRow();
            for (int group = 0; group < table.rowGroups(); group++) {
                table.read(group, columns, cells, number -> sink.take(number, row(fields, columns, cells)));
            }
        } catch (CorruptParquetException e) {
            throw new MalformedSourceException(UserMessage.of("eval.file-corrupt", file.toString()), e);
        }
    }

    private static Map<String, @Nullable Object> row(List<String> fields, SourceColumns columns, SourceRow cells) {
        Map<String, @Nullable Object> row = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (columns.columns().get(i) instanceof SourceColumns.Found.Cell cell) {
                List<String> texts = cells.texts(i);
                row.put(fields.get(i), cell.isList() ? texts : texts.isEmpty() ? null : texts.get(0));
            }
        }
        return row;
    }
}
