package fr.corpus.eval.pack;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.parquet.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a table that somebody else wrote: JSONL, JSON, CSV, TSV or Parquet, told by content. Thread-safe. */
public final class DataRows {

    private static final Adapter PLAIN =
            new Adapter(Adapter.Format.TABLE, List.of(), true, Map.of(), Map.of(), Map.of(), Adapter.AnswerRule.FROM_0);

    private DataRows() {}

    /** Is given each row with its number, from 0. */
    @FunctionalInterface
    public interface Sink {
        /** One row. */
        void take(long number, Map<String, @Nullable Object> row);
    }

    /**
     * The dotted paths of the columns of a Parquet file; none for a table of another kind, whose rows tell theirs.
     *
     * @throws RecipeException if there is no such file
     */
    public static List<String> columns(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RecipeException(UserMessage.of("eval.no-such-file", file.toString()));
        }
        return SourceTable.endsLikeParquet(file) ? ParquetRows.columns(file) : List.of();
    }

    /**
     * Reads all rows.
     *
     * @param fields paths of the fields that are wanted; a column store reads no others
     * @throws RecipeException if there is no such file or it is no table
     */
    public static void read(Path file, Set<String> fields, Sink sink) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RecipeException(UserMessage.of("eval.no-such-file", file.toString()));
        }
        OfficialRows.read(file, PLAIN, fields, sink::take);
    }
}
