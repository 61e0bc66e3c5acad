package fr.corpus.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The blocks of an open file in file order. Confined to one thread. */
public interface BlockStream extends Closeable {

    /**
     * The next block, or empty at the end of the file.
     *
     * @throws IOException if the file cannot be read
     * @throws fr.corpus.error.MalformedSourceException if the rest of the file cannot be read, for instance because it is
     *     truncated; all blocks before that place have been given
     */
    Optional<Block> next() throws IOException;

    /** Bytes of the file on disk consumed so far, for progress; at most its size. */
    long fileBytesRead();
}
