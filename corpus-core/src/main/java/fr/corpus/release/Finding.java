package fr.corpus.release;

import fr.corpus.error.UserMessage;
import java.util.Comparator;

/**
 * Something that is wrong with a release, and where. Immutable.
 *
 * @param file the file, relative to the release
 * @param row the row in that file, from 1, or 0 for the file as a whole
 * @param message what was expected and what was found
 */
public record Finding(String file, long row, UserMessage message) {

    /** By file, then row, then key. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparingLong(Finding::row)
            .thenComparing(finding -> finding.message().key())
            .thenComparing(finding -> finding.message().arguments().toString());
}
