package fr.corpus.internal.parquet;

import java.io.IOException;

/** A file that is not Parquet, is damaged, or has other columns than it should. The message says what, in English. */
public final class CorruptParquetException extends IOException {

    private static final long serialVersionUID = 1L;

    CorruptParquetException(String message, Throwable cause) {
        super(message, cause);
    }

    CorruptParquetException(String message) {
        super(message);
    }
}
