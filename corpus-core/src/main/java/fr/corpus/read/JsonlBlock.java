package fr.corpus.read;

import fr.corpus.hash.Digest;

/** Consecutive lines of a JSONL file. */
sealed interface JsonlBlock extends Block {

    /**
     * Whole lines with their line ends, the last line of the file perhaps without.
     *
     * @param ordinal number in the file
     * @param data the lines, from 0 to {@code length}
     * @param length how much of the array is used
     * @param offset offset in the decompressed file of the first byte
     * @param firstRecord number of records before these lines
     */
    record Lines(int ordinal, byte[] data, int length, long offset, long firstRecord) implements JsonlBlock {
        @Override
        public long bytes() {
            return length;
        }
    }

    /**
     * One line that is larger than a record may be; its text is gone, its place and digest are not.
     *
     * @param ordinal number in the file
     * @param bytes its length with its line end
     * @param recordBytes its length without
     * @param offset offset in the decompressed file of its first byte
     * @param record its number
     * @param head its first bytes, for the quarantine
     * @param digest of the whole line without its line end
     */
    record Oversized(int ordinal, long bytes, long recordBytes, long offset, long record, byte[] head, Digest digest)
            implements JsonlBlock {}

    /** A file that has ended without a single record. */
    record Nothing(int ordinal, long bytes) implements JsonlBlock {}
}
