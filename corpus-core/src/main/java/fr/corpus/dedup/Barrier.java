package fr.corpus.dedup;

import java.nio.file.Path;

/**
 * What {@link DuplicateIndex} works with. Immutable.
 *
 * @param texts where to read candidates again; not used when pairs are not verified
 * @param temporary an existing directory for the temporary file, which is gone in the end
 * @param threads at least 1
 * @param listener hears how far the work is
 */
public record Barrier(TokenSource texts, Path temporary, int threads, DuplicateListener listener) {

    public Barrier {
        if (threads < 1) {
            throw new IllegalArgumentException("need at least one thread, got " + threads);
        }
    }
}
