package fr.corpus.read;

import fr.corpus.source.SourceFile;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads one format. Thread-safe.
 *
 * <p>Reading has two halves so that all cores can work on one file: {@link #open} cuts the file into blocks, in order and
 * cheaply; {@link #parse} turns one block into records, in any thread and any order of blocks. No file is held in memory
 * as a whole, except where the format makes one file one record.
 */
public interface Reader {

    /** The reader and its version, for provenance: {@code jsonl@1}. */
    String version();

    /** Whether a folder can be given for a file: the pages of a document are files in it. */
    default boolean readsFolders() {
        return false;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if the file cannot be opened or read
     * @throws fr.corpus.error.MalformedSourceException if it is not of this format at all
     */
    BlockStream open(SourceFile file) throws IOException;

    /**
     * Gives every record of a block, in order, well formed or not.
     *
     * @throws IOException if the block refers to the file and the file cannot be read
     */
    void parse(SourceFile file, Block block, Consumer<ReadResult> sink) throws IOException;
}
