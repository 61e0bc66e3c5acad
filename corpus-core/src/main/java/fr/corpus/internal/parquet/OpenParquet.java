package fr.corpus.internal.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.CorpusReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.jspecify.annotations.Nullable;

/**
 * An open Parquet file. What Parquet-MR throws at damaged bytes, of whatever class, becomes one {@link
 * CorruptParquetException}; what the system says of the disk stays what it is. Confined to one thread.
 */
final class OpenParquet implements Closeable {

    /** Something done with the file. */
    interface Action<T> {
        T run(ParquetFileReader reader) throws IOException;
    }

    private final DiskFile file;
    private final ParquetFileReader reader;

    private OpenParquet(DiskFile file, ParquetFileReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Opens a file; its footer is read unless it was read before. */
    static OpenParquet open(Path path, @Nullable ParquetMetadata footer) throws IOException {
        FileChannel.open(path, StandardOpenOption.READ).close();
        DiskFile file = new DiskFile(path);
        ParquetReadOptions options = CorpusReadOptions.of(new Codecs(TableWriter.DEFAULT_LEVEL));
        return new OpenParquet(
                file,
                guard(
                        file,
                        () -> footer == null
                                ? new ParquetFileReader(file, options)
                                : new ParquetFileReader(file, footer, options, file.newStream())));
    }

    /** Runs something that reads. */
    <T> T read(Action<T> action) throws IOException {
        return guard(file, () -> action.run(reader));
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T guard(DiskFile file, Reading<T> reading) throws IOException {
        try {
            return reading.run();
        } catch (CorruptParquetException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            IOException disk = file.failure();
            if (disk != null) {
                throw disk;
            }
            throw corrupt(e);
        } catch (OutOfMemoryError e) {
            // A damaged length asks for gigabytes at once; nothing of it was allocated.
            throw corrupt(e);
        }
    }

    private static CorruptParquetException corrupt(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return new CorruptParquetException(message == null ? cause.getClass().getSimpleName() : message, e);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
