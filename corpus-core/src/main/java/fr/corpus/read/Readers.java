package fr.corpus.read;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import fr.corpus.read.page.ScanFormat;
import java.util.List;

/** The one table from a format’s name in recipes to its reader. Thread-safe. */
public final class Readers {

    /** The formats of {@link #of}, in the order in which messages list them. */
    public static final List<String> FORMATS = List.of("text", "jsonl", "parquet", "tei", "alto", "page");

    private Readers() {}

    /**
     * The reader of a format.
     *
     * @throws RecipeException if there is none of this name, or the options do not suit it
     */
    public static Reader of(String format, ReaderOptions options) {
        return switch (format) {
            case "jsonl" -> new JsonlReader(options);
            case "parquet" -> new ParquetReader(options);
            case "text" -> new TextReader(options);
            case "tei" -> new TeiReader(options);
            case "alto" -> new ScanReader(ScanFormat.ALTO, options);
            case "page" -> new ScanReader(ScanFormat.PAGE, options);
            // one line for each format of FORMATS
            default ->
                throw new RecipeException(UserMessage.of("read.unknown-format", format, String.join(", ", FORMATS)));
        };
    }
}
