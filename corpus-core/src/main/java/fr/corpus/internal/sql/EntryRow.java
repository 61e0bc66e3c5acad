package fr.corpus.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log with what the log must not show. Arrays are not copied.
 *
 * @param seq order in which entries were accepted, from 1
 * @param logIndex index in the log, or {@link #PENDING}
 * @param leaf RFC 6962 leaf hash of {@code bytes}
 * @param bytes the exact entry
 * @param reservation its id
 * @param declares {@code seq} of the entry that says what is reserved: its own, or an older one's
 * @param status word of the reservation's status from here on
 * @param tier identity tier of what is reserved
 * @param categories words of the reserved uses, a blank between
 * @param salt null when there is none or it was erased
 * @param record null when there is none or it was erased
 * @param selectors what is reserved by key or pattern; not read back
 * @param works what is reserved by fingerprint; not read back
 */
public record EntryRow(
        long seq,
        long logIndex,
        byte[] leaf,
        byte[] bytes,
        String reservation,
        long declares,
        String status,
        int tier,
        String categories,
        byte @Nullable [] salt,
        byte @Nullable [] record,
        List<SelectorRow> selectors,
        List<WorkRow> works) {

    /** Not yet known to be in the log. */
    public static final long PENDING = -1;
}
