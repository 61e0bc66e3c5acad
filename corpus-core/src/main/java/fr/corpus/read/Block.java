package fr.corpus.read;

/**
 * A run of consecutive records of one file, small enough to be parsed in memory by one thread. Each reader has its own
 * kind. The cut between blocks depends on the file's content only, so that block numbers are stable across runs.
 */
public interface Block {

    /** Number of the block in its file, from 0. */
    int ordinal();

    /** Bytes of input that this block stands for, decompressed where the file is compressed; for progress. */
    long bytes();
}
