package fr.corpus.optout;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of a file to import, in order. Confined to one thread. */
interface ImportSource extends Closeable {

    /** The first line of a file of records to correct, empty when there is none. */
    String head();

    /** The next record, empty at the end. */
    Optional<ImportRow> next() throws IOException;
}
