package fr.corpus.release;

import java.util.SortedMap;

/**
 * How two releases differ, in numbers. Immutable.
 *
 * @param before manifest of the earlier release
 * @param after manifest of the later one
 * @param entered documents that only the later has
 * @param left documents that only the earlier has
 * @param changed documents that both have, not alike
 * @param same documents that both have, alike in every column
 * @param enteredBecause entered documents by what they were before: a word of {@link Change.Fate#word()}, for rejected ones
 *     followed by step and reason
 * @param leftBecause documents that left by what they are after, in the same words
 */
public record ReleaseChanges(
        Manifest before,
        Manifest after,
        long entered,
        long left,
        long changed,
        long same,
        SortedMap<String, Long> enteredBecause,
        SortedMap<String, Long> leftBecause) {

    /** Whether both release the same documents, alike in every column. */
    public boolean isEmpty() {
        return entered == 0 && left == 0 && changed == 0;
    }
}
