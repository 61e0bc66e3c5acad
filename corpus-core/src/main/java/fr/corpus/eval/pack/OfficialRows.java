package fr.corpus.eval.pack;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import fr.corpus.internal.io.CorruptInputException;
import fr.corpus.internal.io.FileInput;
import fr.corpus.internal.parquet.SourceTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of an official file, whatever its container; compressed files are opened. Thread-safe. */
final class OfficialRows {

    /** Largest file that is held in memory, decompressed. */
    private static final int MAX_BYTES = 512 << 20;

    private OfficialRows() {}

    /** Is given each row with its number, from 0. */
    interface Sink {
        void take(long number, Map<String, @Nullable Object> row);
    }

    /**
     * Reads all rows of a table.
     *
     * @param fields paths of the fields that are wanted; a column store reads no others
     * @throws fr.corpus.error.RecipeException if the file is no table
     */
    static void read(Path file, Adapter adapter, Set<String> fields, Sink sink) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (SourceTable.endsLikeParquet(file)) {
            ParquetRows.read(file, List.copyOf(fields), sink);
            return;
        }
        byte[] bytes = bytes(file);
        byte first = firstByte(bytes);
        if (first == '[' || first == '{') {
            JsonRows.read(bytes, name, sink);
        } else {
            DelimitedRows.read(text(bytes, name), name, adapter, sink);
        }
    }

    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = FileInput.open(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new MalformedSourceException(
                        UserMessage.of("eval.file-too-large", file.toString(), String.valueOf(MAX_BYTES)));
            }
            return bytes;
        } catch (CorruptInputException e) {
            throw new MalformedSourceException(UserMessage.of("eval.file-corrupt", file.toString()), e);
        }
    }

    /** The first byte that is neither white space nor a byte order mark, or 0. */
    static byte firstByte(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' '
                    && b != '\t'
                    && b != '\r'
                    && b != '\n'
                    && b != (byte) 0xEF
                    && b != (byte) 0xBB
                    && b != (byte) 0xBF) {
                return b;
            }
        }
        return 0;
    }

    static String text(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedSourceException(UserMessage.of("eval.file-not-utf8", name), e);
        }
    }

    /** Whether a name ends like that of a file whose fields are separated by tabs. */
    static boolean isTabbed(String name) {
        return name.toLowerCase(Locale.ROOT).contains(".tsv");
    }
}
