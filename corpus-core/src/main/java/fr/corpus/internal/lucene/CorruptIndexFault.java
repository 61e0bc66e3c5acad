package fr.corpus.internal.lucene;

import java.io.IOException;

/** The files of an index are damaged, incomplete, or of a version that cannot be read. */
public final class CorruptIndexFault extends IOException {

    private static final long serialVersionUID = 1L;

    /** Wraps what Lucene said. */
    CorruptIndexFault(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
