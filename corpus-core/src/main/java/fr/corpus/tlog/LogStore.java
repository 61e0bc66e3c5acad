package fr.corpus.tlog;

import java.io.IOException;

/** The files of a log that is being written, with the promises on which its durability rests. */
public interface LogStore extends TileSource {

    /**
     * Puts a file in place, whole or not at all, over an older one of the same path. Durable only after {@link #sync()}; until
     * then a crash may keep any of the files put and lose any other.
     */
    void put(String path, byte[] bytes) throws IOException;

    /** Returns when everything put is durable. */
    void sync() throws IOException;

    /** Deletes the partial forms of a tile whose full form is durable; a crash may bring them back. */
    void deletePartial(TilePath full) throws IOException;
}
