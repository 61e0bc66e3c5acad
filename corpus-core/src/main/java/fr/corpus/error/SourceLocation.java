package fr.corpus.error;

/**
 * A place in an input file, shown as {@code corpus.jsonl.gz #13 @3456}: thirteenth record, byte 3456. Immutable.
 *
 * @param file the file's path as users know it (relative to the recipe where possible), with / separators
 * @param byteOffset offset in the decompressed bytes where the record starts, or -1 when the format has none
 * @param record number of the record in the file, from 0, or -1 when unknown
 */
public record SourceLocation(String file, long byteOffset, long record) {

    /** A whole file. */
    public static SourceLocation of(String file) {
        return new SourceLocation(file, -1, -1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (record >= 0) {
            text.append(" #").append(record + 1);
        }
        if (byteOffset >= 0) {
            text.append(" @").append(byteOffset);
        }
        return text.toString();
    }
}
